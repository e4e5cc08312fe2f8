import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getInvoiceIssuer } from "#db/queries/charge/list-run-invoices.ts";
import { invoiceIssuer } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import type { InvoiceIssuer } from "#domain/charge/invoice.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Writes who sends the organisation's invoices and where they are paid. Invoices that were fetched before stay as they are. */
export const setInvoiceIssuer = (
  db: Db,
  actor: Actor,
  form: InvoiceIssuer,
): Promise<Result<null, "notAllowed">> =>
  db.transaction(async (tx) => {
    if (!mayCharge(actor)) return refused("notAllowed");
    const { organisationId } = actor;
    await tx.execute(sql`select 1 from organisation where id = ${organisationId} for no key update`);
    const before = await getInvoiceIssuer(tx, actor);
    await tx
      .insert(invoiceIssuer)
      .values({ organisationId, ...form })
      .onConflictDoUpdate({ target: invoiceIssuer.organisationId, set: form });
    const changed = Object.entries(form).filter(
      ([field, to]) => before?.[field as keyof InvoiceIssuer] !== to,
    );
    await recordChange(tx, actor, {
      ...{ action: "change", entity: "invoiceIssuer", entityId: organisationId },
      changes: Object.fromEntries(
        changed.map(([field, to]) => [field, { from: before?.[field as keyof InvoiceIssuer] ?? null, to }]),
      ),
    });
    return done(null);
  });
