import { json } from "@remix-run/node";
import type { RuleRefusal } from "#db/commands/responsibility/rule-writing.ts";

const fields = [
  ...[
    "level",
    "administrationId",
    "contractNumber",
    "itemCode",
    "location",
    "cause",
    "tenure",
    "from",
    "executor",
  ],
  ...[
    "payer",
    "payerSharePercent",
    "otherPayer",
    "teamId",
    "budgetLine",
    "slaCode",
    "clauseDa",
    "clauseEn",
    "source",
  ],
];

/** What a form about a rule said, as typed: to be parsed, and to be shown again where it cannot be. */
export const ruleTyped = (form: FormData): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? "")]));

/** What came of a form about a rule that was not saved. */
export interface RuleAnswer {
  typed: Record<string, string>;
  /** The fields that could not be read. */
  faults: string[];
  refusal: RuleRefusal | null;
}

/** The fields that a parsed form complains of. */
export const faultsOf = (error: { issues: readonly { path: PropertyKey[] }[] }): string[] => [
  ...new Set(error.issues.map(({ path }) => String(path[0]))),
];

/** Nothing was saved, and why: 422 with all that was typed. */
export const notSaved = (part: Partial<RuleAnswer>) =>
  json<RuleAnswer>({ typed: {}, faults: [], refusal: null, ...part }, 422);
