import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import {
  shareMaintenance,
  type LetArea,
  type MaintenanceBooking,
  type ReceivedPart,
  type UpkeepScope,
} from "#domain/upkeep/share-maintenance.ts";
import { contractVisibleTo } from "./visible-to.ts";

/** What a lease of the building received, year by year, øre; null is what was not let, `other` the leases of others. */
export interface ReceivedOfLease {
  contractId: Id | null;
  number: string | null;
  unitName: string | null;
  isOther: boolean;
  years: { year: number; exteriorOre: number; interiorOre: number }[];
}

export interface MaintenanceReceived {
  /** Of the building whole, the newest year first. */
  years: { year: number; exteriorOre: number; interiorOre: number }[];
  /** The parts of it, which sum to the whole; leases that the actor may not read are one part. */
  leases: ReceivedOfLease[];
}

interface Facts {
  bookings: MaintenanceBooking[];
  lets: LetArea[];
  areaM2: number;
  contracts: { id: Id; number: string; unitName: string | null }[];
}

/**
 * What the building and each of its leases received in maintenance until a day: the ledger's bookings, shared works by the
 * m² let when they were booked. The caller has made sure that the building may be seen.
 */
export async function listMaintenanceReceived(
  db: Db,
  actor: Actor,
  buildingId: Id,
  on: Day,
): Promise<MaintenanceReceived> {
  const [row] = await db.execute<{ facts: Facts } & Record<string, unknown>>(sql`
    select json_build_object(
      'bookings', (select coalesce(json_agg(json_build_object('bookedOn', m.booked_on, 'scope', m.scope,
                     'amountOre', m.amount_ore, 'contractId', m.contract_id) order by m.booked_on, m.id), '[]')
                     from maintenance_entry m where m.building_id = ${buildingId}
                      and m.organisation_id = ${actor.organisationId} and m.booked_on <= ${on}::date),
      'lets', (select coalesce(json_agg(json_build_object('contractId', x.contract_id, 'areaM2', x.area_m2,
                 'validFrom', x.valid_from, 'validTo', x.valid_to) order by x.valid_from, x.contract_id), '[]')
                 from (select t.contract_id, sum(s.area_m2)::float8 as area_m2, t.valid_from, t.valid_to
                         from tenancy t join space s on s.id = t.space_id
                        where t.building_id = ${buildingId} and t.side = 'out'
                        group by t.contract_id, t.valid_from, t.valid_to) x),
      'areaM2', (select coalesce(max(r.area_m2), 0) from portfolio_row r where r.building_id = ${buildingId}
                  and r.valid_from <= ${on}::date and r.valid_to > ${on}::date),
      'contracts', (select coalesce(json_agg(json_build_object('id', k.id, 'number', k.number, 'unitName', u.name)), '[]')
                      from contract k left join unit u on u.id = k.unit_id
                     where k.id in (select contract_id from tenancy where building_id = ${buildingId})
                       and ${contractVisibleTo(actor)})) as facts`);
  const { bookings, lets, areaM2, contracts } = row!.facts;
  const parts = shareMaintenance(bookings, lets, areaM2);
  return { years: byYear(parts), leases: leasesOf(parts, contracts) };
}

const oreOf = (parts: readonly ReceivedPart[], scope: UpkeepScope): number =>
  parts.filter((part) => part.scope === scope).reduce((sum, { amountOre }) => sum + amountOre, 0);

function byYear(parts: readonly ReceivedPart[]) {
  const years = [...new Set(parts.map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year) => {
    const own = parts.filter((part) => part.year === year);
    return { year, exteriorOre: oreOf(own, "exterior"), interiorOre: oreOf(own, "interior") };
  });
}

function leasesOf(parts: readonly ReceivedPart[], contracts: Facts["contracts"]): ReceivedOfLease[] {
  const known = new Map(contracts.map((contract) => [contract.id, contract]));
  const isOther = ({ contractId }: ReceivedPart) => contractId !== null && !known.has(contractId);
  const named = [...known.values()]
    .sort((a, b) => a.number.localeCompare(b.number))
    .map((contract) => ({
      ...{ contractId: contract.id, number: contract.number, unitName: contract.unitName, isOther: false },
      years: byYear(parts.filter(({ contractId }) => contractId === contract.id)),
    }));
  const rest = { contractId: null, number: null, unitName: null };
  const others = { ...rest, isOther: true, years: byYear(parts.filter(isOther)) };
  const unlet = { ...rest, isOther: false, years: byYear(parts.filter((part) => part.contractId === null)) };
  return [...named, others, unlet].filter(({ years }) => years.length > 0);
}
