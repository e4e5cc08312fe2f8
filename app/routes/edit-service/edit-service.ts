import { json, redirect } from "@remix-run/node";
import type { ZodError } from "zod";
import { changeTerms } from "#db/commands/catalogue/change-terms.ts";
import { describeService } from "#db/commands/catalogue/describe-service.ts";
import { withdrawService } from "#db/commands/catalogue/withdraw-service.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { ServiceTexts, TermsForm } from "#domain/catalogue/terms-form.ts";
import { dayAt, parseDay } from "#domain/day.ts";

type Refusal = "notAllowed" | "notFound" | "dayPassed" | "withdrawn";

/** What came of a change that was not made: which form, what was wrong, and what had been typed. */
export interface EditAnswer {
  intent: string;
  faults: string[];
  refusal: Refusal | null;
  typed: Record<string, string>;
}

const faultsOf = (error: ZodError): string[] => [
  ...new Set(error.issues.map((issue) => String(issue.path[0]))),
];

/** Does what the form's button says: new terms from a day, other texts, out of the catalogue, or back into it. */
export async function editService(db: Db, actor: Actor, code: string, form: FormData, now: Date) {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const intent = typed.intent ?? "";
  const today = dayAt(now);
  const wrong = (faults: string[], refusal: Refusal | null = null) =>
    json<EditAnswer>({ intent, faults, refusal, typed }, 422);
  const saved = (result: { ok: true } | { ok: false; refusal: Refusal }) =>
    result.ok ? redirect(`/catalogue/${code}?saved=1`, 303) : wrong([], result.refusal);
  if (intent === "terms") {
    const parsed = TermsForm.safeParse(typed);
    if (!parsed.success) return wrong(faultsOf(parsed.error));
    return saved(await changeTerms(db, actor, code, parsed.data, today));
  }
  if (intent === "texts") {
    const parsed = ServiceTexts.safeParse(typed);
    if (!parsed.success) return wrong(faultsOf(parsed.error));
    return saved(await describeService(db, actor, code, parsed.data));
  }
  if (intent === "restore") return saved(await withdrawService(db, actor, code, null, today));
  if (intent !== "withdraw") return wrong([]);
  const from = parseDay(typed.withdrawnOn ?? "");
  if (from === null) return wrong(["withdrawnOn"]);
  return saved(await withdrawService(db, actor, code, from, today));
}
