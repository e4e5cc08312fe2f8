import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { feeKey } from "#domain/charge/charge-line.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";
import { reconcile, type Reconciled, type ReconciledLine } from "#domain/charge/reconcile.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

export interface RecordedInvoice {
  id: Id;
  number: string;
  receivedOn: Day;
  totalOre: number;
  settledNote: string | null;
  settledBy: string | null;
}

/** A lease that is rented from others, what was passed on for it in a period, and what its landlord invoiced. */
export interface ReconciledLease {
  contractId: Id;
  number: string;
  landlord: string;
  administration: string | null;
  chargedOre: number;
  feeOre: number;
  invoicedOre: number;
  invoices: RecordedInvoice[];
  state: Reconciled;
  lines: ReconciledLine[];
  differenceOre: number;
}

interface Amount {
  key: string;
  amountOre: number;
}

type Row = Pick<ReconciledLease, "contractId" | "number" | "landlord" | "administration" | "invoices"> & {
  charged: Amount[];
  invoiced: Amount[];
} & Record<string, unknown>;

const most = 2_000;

/**
 * The leases rented from others that were passed on or invoiced for a period, each held against its landlord's invoices: what is issued counts, corrections
 * included; an invoice counts for the period that it says. One of them where it is named.
 */
export async function listReconciliation(
  db: Db,
  actor: Actor,
  { from, to }: ChargePeriod,
  only: Id | null = null,
): Promise<ReconciledLease[]> {
  const rows = await db.execute<Row>(sql`
    with passed as (
      select c.contract_id, l.key, sum(l.amount_ore)::bigint as ore
        from charge_run r join charge c on c.run_id = r.id join charge_line l on l.charge_id = c.id
       where r.organisation_id = ${actor.organisationId} and r.status = 'issued' and r.period_from = ${from}::date
         and r.period_to = ${to}::date group by 1, 2),
    asked as (
      select i.contract_id, l.key, sum(l.amount_ore)::bigint as ore
        from landlord_invoice i join landlord_invoice_line l on l.invoice_id = i.id
       where i.organisation_id = ${actor.organisationId} and i.period_from = ${from}::date and i.period_to = ${to}::date group by 1, 2)
    select k.id as "contractId", k.number, coalesce(k.counterparty, '') as landlord, n.name as administration,
           (select coalesce(json_agg(json_build_object('key', p.key, 'amountOre', p.ore)), '[]') from passed p
             where p.contract_id = k.id and p.ore <> 0) as charged,
           (select coalesce(json_agg(json_build_object('key', a.key, 'amountOre', a.ore)), '[]') from asked a
             where a.contract_id = k.id) as invoiced,
           (select coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'receivedOn', i.received_on,
                     'settledNote', i.settled_note, 'settledBy', s.name, 'totalOre', (
                       select sum(l.amount_ore) from landlord_invoice_line l where l.invoice_id = i.id)) order by i.received_on, i.number), '[]')
              from landlord_invoice i left join account s on s.id = i.settled_by
             where i.contract_id = k.id and i.period_from = ${from}::date and i.period_to = ${to}::date) as invoices
      from contract k left join unit u on u.id = k.unit_id left join administration n on n.id = k.administration_id
     where k.organisation_id = ${actor.organisationId} and k.kind = 'thirdPartyIn' and ${contractVisibleTo(actor)}
       and (${only}::uuid is null or k.id = ${only}::uuid)
       and (exists (select 1 from passed p where p.contract_id = k.id)
            or exists (select 1 from landlord_invoice i where i.contract_id = k.id and i.period_from = ${from}::date and i.period_to = ${to}::date))
     order by k.number limit ${most}`);
  return rows.map(({ charged, invoiced, ...lease }) => {
    const rent = charged.filter(({ key }) => key !== feeKey);
    return {
      ...(lease as Pick<
        ReconciledLease,
        "contractId" | "number" | "landlord" | "administration" | "invoices"
      >),
      ...{ chargedOre: sumOf(rent), feeOre: sumOf(charged) - sumOf(rent), invoicedOre: sumOf(invoiced) },
      ...reconcile(rent, invoiced),
    };
  });
}

const sumOf = (amounts: readonly Amount[]): number =>
  amounts.reduce((sum, { amountOre }) => sum + amountOre, 0);
