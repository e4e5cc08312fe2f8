import type { AppLoadContext } from "@remix-run/node";
import { placeCase, type PlaceCaseRefusal } from "#db/commands/case/place-case.ts";
import type { Actor } from "#domain/actor.ts";
import { caseOf, type CaseDraft } from "#domain/case/case-draft.ts";
import { CaseForm, SendingKey } from "#domain/case/case-form.ts";
import type { z } from "zod";

/** Why a draft was not sent, by name; `priceOre` is the price that holds where that is why. */
export interface SendFault {
  fault: PlaceCaseRefusal | "text" | "tooLong" | "buildingId" | "items" | "other";
  index: number | null;
  priceOre: number | null;
}

export type SendAnswer = { ok: true; number: string } | ({ ok: false } & SendFault);

const fault = (name: SendFault["fault"]): SendAnswer => ({
  ok: false,
  fault: name,
  index: null,
  priceOre: null,
});

/** Sends what was typed as a case; the same key is the same sending. */
export async function sendDraft(
  { db }: Pick<AppLoadContext, "db">,
  actor: Actor,
  draft: CaseDraft,
  key: string,
): Promise<SendAnswer> {
  const itsKey = SendingKey.safeParse(key);
  const form = CaseForm.safeParse(caseOf(draft));
  if (!form.success) return fault(faultOf(form.error));
  if (!itsKey.success) return fault("other");
  const result = await placeCase(db, { kind: "account", actor }, form.data, itsKey.data, new Date());
  if (result.ok) return { ok: true, number: result.value.caseNumber };
  return { ok: false, fault: result.refusal, index: result.index, priceOre: result.priceOre };
}

/** The first thing that is wrong, as the page names it. */
export function faultOf(error: z.ZodError): SendFault["fault"] {
  const [first] = error.issues;
  if (first?.message === "tooLong") return "tooLong";
  const field = first?.path.length === 1 ? String(first.path[0]) : "";
  return field === "text" || field === "buildingId" || field === "items" ? field : "other";
}
