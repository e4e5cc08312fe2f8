import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { ChargeableLease } from "#domain/charge/charge-lease.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";
import type { Id } from "#domain/id.ts";
import { listRentBases } from "../rent/list-rent-bases.ts";

export interface LeaseToCharge extends ChargeableLease {
  contractId: Id;
  number: string;
  administrationId: Id | null;
  unitId: Id | null;
  party: string;
}

type Row = Omit<LeaseToCharge, "basis"> & Record<string, unknown>;

const overlaps = (row: SQL, { from, to }: ChargePeriod): SQL => sql`(
  ${row}.valid_from < ${to}::date and (${row}.valid_to is null or ${row}.valid_to > ${from}::date))`;

/**
 * A lease between the city's own whose rooms are all rented in: what they cost is passed on from the lease that rents them,
 * and not charged a second time.
 */
const isPassedOn = (period: ChargePeriod): SQL => sql`(
  k.kind = 'internal'
  and exists (select 1 from tenancy t where t.contract_id = k.id and ${overlaps(sql`t`, period)})
  and not exists (
    select 1 from tenancy t where t.contract_id = k.id and ${overlaps(sql`t`, period)}
       and not exists (
         select 1 from tenancy i join contract c on c.id = i.contract_id and c.known_from < ${period.to}::date
          where i.space_id = t.space_id and i.side = 'in' and ${overlaps(sql`i`, period)})))`;

/** Which leases are charged for a period: those that run in it and are known, each once. Alias: `k` is contract. */
export const isCharged = (organisationId: Id, period: ChargePeriod): SQL => sql`(
  k.organisation_id = ${organisationId} and k.known_from < ${period.to}::date and ${overlaps(sql`k`, period)}
  and not ${isPassedOn(period)})`;

/**
 * The leases that a period is charged for, with all that their rent is reckoned from; one of them where it is named. The whole
 * organisation's: whoever asks has the right to charge.
 */
export async function listChargeableLeases(
  db: Db,
  organisationId: Id,
  period: ChargePeriod,
  only: Id | null = null,
): Promise<LeaseToCharge[]> {
  const rows = await db.execute<Row>(sql`
    select k.id as "contractId", k.number, k.kind, k.valid_from::text as "validFrom", k.valid_to::text as "validTo",
           k.known_from::text as "knownFrom", k.administration_id as "administrationId", k.unit_id as "unitId",
           coalesce(k.counterparty, u.name, '') as party
      from contract k left join unit u on u.id = k.unit_id
     where ${isCharged(organisationId, period)} and (${only}::uuid is null or k.id = ${only}::uuid)
     order by k.id`);
  const ids = rows.map(({ contractId }) => contractId);
  const bases = await listRentBases(db, organisationId, ids);
  return rows.map((row) => ({ ...(row as Omit<LeaseToCharge, "basis">), basis: bases.get(row.contractId)! }));
}
