import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { landlordInvoice, landlordInvoiceLine } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import type { LandlordInvoiceForm } from "#domain/charge/landlord-invoice-form.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Records what a landlord invoiced for a lease and a period; of one number there is one of a lease. */
export const recordLandlordInvoice = (
  db: Db,
  actor: Actor,
  { contractId, period }: { contractId: Id; period: ChargePeriod },
  form: LandlordInvoiceForm,
): Promise<Result<{ id: Id }, "notAllowed" | "notFound" | "numberTaken">> =>
  db.transaction(async (tx) => {
    if (!mayCharge(actor)) return refused("notAllowed");
    const { organisationId, accountId } = actor;
    const [contract] = await tx.execute(sql`
      select 1 from contract where id = ${contractId} and organisation_id = ${organisationId} and kind = 'thirdPartyIn'`);
    if (!contract) return refused("notFound");
    const id = newId();
    const added = await tx
      .insert(landlordInvoice)
      .values({
        ...{ id, organisationId, contractId, number: form.number, receivedOn: form.receivedOn },
        ...{ periodFrom: period.from, periodTo: period.to, recordedBy: accountId },
      })
      .onConflictDoNothing()
      .returning({ id: landlordInvoice.id });
    if (added.length === 0) return refused("numberTaken");
    await tx
      .insert(landlordInvoiceLine)
      .values(form.lines.map((line) => ({ ...line, invoiceId: id, organisationId })));
    await recordChange(tx, actor, {
      ...{ action: "record", entity: "landlordInvoice", entityId: id },
      changes: {
        number: { from: null, to: form.number },
        period: { from: null, to: period.text },
        totalOre: { from: null, to: form.lines.reduce((sum, { amountOre }) => sum + amountOre, 0) },
      },
    });
    return done({ id });
  });

/** Says why a difference is as it should be; the amounts stay as they are. */
export const settleLandlordInvoice = (
  db: Db,
  actor: Actor,
  id: Id,
  note: string,
  now: Date,
): Promise<Result<null, "notAllowed" | "notFound">> =>
  db.transaction(async (tx) => {
    if (!mayCharge(actor)) return refused("notAllowed");
    const settled = await tx.execute(sql`
      update landlord_invoice set settled_note = ${note}, settled_by = ${actor.accountId}, settled_at = ${now.toISOString()}::timestamptz
       where id = ${id} and organisation_id = ${actor.organisationId} returning id`);
    if (settled.length === 0) return refused("notFound");
    await recordChange(tx, actor, {
      ...{ action: "settle", entity: "landlordInvoice", entityId: id },
      changes: { note: { from: null, to: note } },
    });
    return done(null);
  });
