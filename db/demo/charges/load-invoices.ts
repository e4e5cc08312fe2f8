import type { Db } from "#db/client.server.ts";
import { recordLandlordInvoice, settleLandlordInvoice } from "#db/commands/charge/record-landlord-invoice.ts";
import { setInvoiceIssuer } from "#db/commands/charge/set-invoice-issuer.ts";
import { listReconciliation } from "#db/queries/charge/list-reconciliation.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";
import { withCheckDigit } from "#domain/charge/gln.ts";
import { addDays } from "#domain/day.ts";

/** The made-up landlords have sent so many invoices for the newest month that is issued. */
const invoicesSent = 40;

/** A sender whose numbers keep their check digits and belong to nobody. */
const issuer = {
  ...{ name: "Københavns Ejendomme (demo)", cvr: "12345674", ean: withCheckDigit("579999999001") },
  ...{ street: "Fiktivvej", houseNumber: "1", postcode: "1599", town: "København V" },
  ...{
    bankRegistration: "0000",
    bankAccount: "0000000001",
    paymentDays: 30,
    contact: "Lejeadministrationen (demo)",
  },
};

/**
 * Gives the demo who sends its invoices, and landlords' invoices of a month: most agree, every ninth asks for something else, one of those explained.
 */
export async function loadDemoInvoices(db: Db, actor: Actor, period: ChargePeriod): Promise<void> {
  await setInvoiceIssuer(db, actor, issuer);
  const leases = (await listReconciliation(db, actor, period)).slice(0, invoicesSent);
  for (const [at, { contractId, lines }] of leases.entries()) {
    const isOff = at % 9 === 4;
    const asked = lines.map(({ key, chargedOre }) => ({
      ...{
        key: key as "base",
        amountOre: Math.round((chargedOre ?? 0) * (isOff && key === "operation" ? 1.12 : 1)),
      },
    }));
    const form = { number: `F-${period.text}-${at + 1}`, receivedOn: addDays(period.from, 6), lines: asked };
    const recorded = await recordLandlordInvoice(db, actor, { contractId, period }, form);
    if (recorded.ok && at === 4)
      await settleLandlordInvoice(
        ...([db, actor, recorded.value.id, "Efterregulering af drift, aftalt med udlejer (demo)"] as const),
        new Date(`${addDays(period.from, 9)}T09:00:00Z`),
      );
  }
}
