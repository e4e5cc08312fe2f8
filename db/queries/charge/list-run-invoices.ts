import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { InvoiceCustomer, InvoiceIssuer } from "#domain/charge/invoice.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

/** What one tenant outside the city is invoiced in a run, with all that the invoice says. */
export interface RunInvoice {
  contractId: Id;
  number: string;
  customer: InvoiceCustomer;
  totalOre: number;
  lines: { key: string; from: Day; to: Day; amountOre: number }[];
}

const mostInvoices = 1_000;

/**
 * The invoices of a run; of one lease where it is named. Who is invoiced is the payer of the lease on the first day of the run, or else its tenant, or else
 * the counterparty of the contract; the address is that of the building it is of.
 */
export async function listRunInvoices(
  db: Db,
  actor: Actor,
  runId: Id,
  only: Id | null = null,
): Promise<RunInvoice[]> {
  const rows = await db.execute<RunInvoice & Record<string, unknown>>(sql`
    select c.contract_id as "contractId", k.number, c.total_ore as "totalOre",
           json_build_object('name', coalesce(p.name, c.party), 'cvr', p.cvr, 'ean', p.ean, 'contact', coalesce(p.contact, ''),
             'mail', coalesce(p.mail, ''), 'address', (
               select json_build_object('street', a.street, 'houseNumber', a.house_number, 'postcode', a.postcode, 'town', a.town)
                 from tenancy t join building b on b.id = t.building_id join address a on a.id = b.address_id
                where t.contract_id = k.id order by t.valid_to desc nulls first, b.name, b.id limit 1)) as customer,
           (select coalesce(json_agg(json_build_object('key', l.key, 'from', l.valid_from, 'to', l.valid_to,
                     'amountOre', l.amount_ore) order by l.key, l.valid_from, l.entry desc), '[]')
              from charge_line l where l.charge_id = c.id and l.amount_ore <> 0) as lines
      from charge c join charge_run r on r.id = c.run_id and r.status = 'issued'
      join contract k on k.id = c.contract_id and k.kind = 'thirdPartyOut' left join unit u on u.id = k.unit_id
      left join lateral (
        select y.* from lease_party y
         where y.contract_id = k.id and y.role in ('payer', 'tenant') and y.valid_from < r.period_to
           and (y.valid_to is null or y.valid_to > r.period_from)
         order by y.role = 'payer' desc, y.valid_from desc limit 1) p on true
     where c.run_id = ${runId} and c.organisation_id = ${actor.organisationId} and c.total_ore <> 0
       and (${only}::uuid is null or c.contract_id = ${only}::uuid) and ${contractVisibleTo(actor)}
     order by k.number limit ${mostInvoices}`);
  return [...rows];
}

/** Who sends the organisation's invoices; null where nobody has written it. */
export async function getInvoiceIssuer(db: Db, actor: Actor): Promise<InvoiceIssuer | null> {
  const [row] = await db.execute<InvoiceIssuer & Record<string, unknown>>(sql`
    select name, cvr, ean, street, house_number as "houseNumber", postcode, town, bank_registration as "bankRegistration",
           bank_account as "bankAccount", payment_days as "paymentDays", contact
      from invoice_issuer where organisation_id = ${actor.organisationId}`);
  return row ?? null;
}
