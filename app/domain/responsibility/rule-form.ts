import { z } from "zod";
import { parseDay } from "../day-count.ts";
import { causes, executors, itemLocations, payers, responsibilityTenures, ruleLevels } from "./terms.ts";

const day = z.string().refine((text) => parseDay(text) !== null);
const words = (most: number) => z.string().trim().min(1).max(most);
/** A choice in a form, where nothing chosen means any. */
const orAny = <Terms extends readonly [string, ...string[]]>(terms: Terms) =>
  z
    .union([z.enum(terms), z.literal("")])
    .transform((term) => (term === "" ? null : (term as Terms[number])))
    .nullable();
const idOrNone = z
  .union([z.uuid(), z.literal("")])
  .transform((id) => id || null)
  .nullable();

/** What a rule answers and from which day, as it is typed. What the payer leaves, another bears. */
const answer = z.object({
  from: day,
  executor: z.enum(executors),
  payer: z.enum(payers),
  payerSharePercent: z.coerce
    .number()
    .min(0.01)
    .max(100)
    .transform((percent) => Math.round(percent * 100) / 100),
  otherPayer: orAny(payers),
  teamId: idOrNone,
  budgetLine: words(120),
  slaCode: words(60),
  clauseDa: words(600),
  clauseEn: words(600),
  source: words(200),
});

const sharesAreWhole = (form: { payerSharePercent: number; payer: string; otherPayer: string | null }) =>
  form.payerSharePercent === 100 || (form.otherPayer !== null && form.otherPayer !== form.payer);
const otherPayerFault = { path: ["otherPayer"], message: "needsOtherPayer" };
const withoutIdlePayer = <Form extends { payerSharePercent: number; otherPayer: unknown }>(
  form: Form,
): Form => (form.payerSharePercent === 100 ? { ...form, otherPayer: null } : form);

export const AnswerForm = answer.refine(sharesAreWhole, otherPayerFault).transform(withoutIdlePayer);
export type AnswerForm = z.infer<typeof AnswerForm>;

/** A new rule: what it speaks of, for whom, and what it answers. */
export const RuleForm = answer
  .extend({
    level: z.enum(ruleLevels),
    administrationId: idOrNone,
    contractNumber: z.string().trim().max(60),
    itemCode: z
      .string()
      .max(40)
      .transform((code) => code || null),
    location: orAny(itemLocations),
    cause: orAny(causes),
    tenure: orAny(responsibilityTenures),
  })
  .refine(sharesAreWhole, otherPayerFault)
  .refine(({ level, administrationId }) => level !== "administration" || administrationId !== null, {
    ...{ path: ["administrationId"], message: "needsAdministration" },
  })
  .refine(({ level, contractNumber }) => level !== "lease" || contractNumber !== "", {
    ...{ path: ["contractNumber"], message: "needsContract" },
  })
  .transform(withoutIdlePayer);
export type RuleForm = z.infer<typeof RuleForm>;
