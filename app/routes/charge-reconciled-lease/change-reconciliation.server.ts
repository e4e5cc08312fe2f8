import { z } from "zod";
import { recordLandlordInvoice, settleLandlordInvoice } from "#db/commands/charge/record-landlord-invoice.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";
import { LandlordInvoiceForm } from "#domain/charge/landlord-invoice-form.ts";
import { isId, type Id } from "#domain/id.ts";

type Answer =
  { ok: true; was: "recorded" | "settled" } | { ok: false; faults: { field: string; message: string }[] };

const SettleForm = z.object({
  invoiceId: z.string().refine(isId, "notFound"),
  note: z.string("note").trim().min(3, "note").max(300, "note"),
});

const faultsOf = (error: z.ZodError) => ({
  ok: false as const,
  faults: error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
});

const no = (message: string): Answer => ({ ok: false, faults: [{ field: "number", message }] });

/** Records an invoice, or explains the difference of one. */
export async function changeReconciliation(
  db: Db,
  actor: Actor,
  of: { contractId: Id; period: ChargePeriod },
  typed: Record<string, string>,
  now: Date,
): Promise<Answer> {
  if (typed.intent === "settle") {
    const form = SettleForm.safeParse(typed);
    if (!form.success) return faultsOf(form.error);
    const { invoiceId, note } = form.data;
    const settled = await settleLandlordInvoice(db, actor, invoiceId, note, now);
    return settled.ok ? { ok: true, was: "settled" } : no(settled.refusal);
  }
  const form = LandlordInvoiceForm.safeParse(typed);
  if (!form.success) return faultsOf(form.error);
  const recorded = await recordLandlordInvoice(db, actor, of, form.data);
  return recorded.ok ? { ok: true, was: "recorded" } : no(recorded.refusal);
}
