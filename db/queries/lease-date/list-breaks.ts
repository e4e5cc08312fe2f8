import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Actor } from "#domain/actor.ts";
import { addMonths, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { earliestEnd, type EarliestEnd } from "#domain/lease-date/earliest-end.ts";
import { matchSpace, reachMeters, type MatchReason } from "#domain/lease-date/match-space.ts";
import type { Condition, UseGroup } from "#domain/portfolio-row.ts";
import { withinScope } from "../portfolio-filter.ts";
import { listLeaseTerms, type LeaseWithTerms } from "./list-lease-terms.ts";

/** Free space that fits a lease, how well, and why. */
export interface MatchedSpace {
  buildingId: Id;
  name: string;
  address: string;
  useGroup: UseGroup;
  condition: Condition | null;
  vacantM2: number;
  distanceMeters: number;
  score: number;
  reasons: MatchReason[];
  /** What as many m² cost a year at the middle of the internal rent of that use; null where too few tell. */
  internalOre: number | null;
}

/** A rented lease that the city can be out of, what it costs, and the free space that fits it, the best first. */
export interface LeaseBreak {
  lease: Pick<LeaseWithTerms, "contractId" | "number" | "partyName" | "kind" | "administrationCode">;
  end: EarliestEnd;
  buildingId: Id;
  buildingName: string;
  useGroup: UseGroup;
  areaM2: number;
  yearlyOre: number;
  spaces: MatchedSpace[];
}

/** How far ahead ways out are looked for, in months. Source: the issue. */
const BREAK_MONTHS = 24;
/** So many spaces are offered for a lease. */
const mostSpaces = 3;
/** Beyond this nothing is measured. */
const farthest = Math.max(...Object.values(reachMeters));

/**
 * The leases of others' premises that the city can be out of within two years, as the actor may read them, beside the free
 * space of the portfolio that fits each; those that save most first. Distances are measured by PostGIS along the ground.
 */
export async function listBreaks(db: Db, actor: Actor, today: Day): Promise<LeaseBreak[]> {
  const leases = await listLeaseTerms(db, actor, { today, endedBefore: today });
  const last = addMonths(today, BREAK_MONTHS);
  const leaving = leases.flatMap(({ terms, ownDeadlines: _, ...lease }) => {
    if (lease.kind !== "thirdPartyIn" || terms.validFrom > today) return [];
    const end = earliestEnd(terms, "tenant", today);
    return end && end.on <= last ? [{ lease, end }] : [];
  });
  const ids = leaving.map(({ lease }) => lease.contractId);
  const pairs = await listPairs(db, actor, ids, today);
  const breaks = leaving.flatMap(({ lease, end }): LeaseBreak[] => {
    const found = pairs.filter(({ contractId }) => contractId === lease.contractId);
    const [first] = found;
    if (!first) return [];
    const { homeId: buildingId, homeName: buildingName, homeUse: useGroup, areaM2, yearlyOre } = first;
    return [{ lease, end, buildingId, buildingName, useGroup, areaM2, yearlyOre, spaces: bestOf(found) }];
  });
  return breaks.sort(
    (a, b) => Number(b.spaces.length > 0) - Number(a.spaces.length > 0) || b.yearlyOre - a.yearlyOre,
  );
}

interface Pair {
  contractId: Id;
  homeId: Id;
  homeName: string;
  homeUse: UseGroup;
  areaM2: number;
  yearlyOre: number;
  /** Null on the row that says only that nothing is near. */
  space: Omit<MatchedSpace, "score" | "reasons" | "internalOre"> | null;
  middleOre: number | null;
  [key: string]: unknown;
}

function bestOf(pairs: readonly Pair[]): MatchedSpace[] {
  return pairs
    .flatMap(({ space, areaM2, yearlyOre, homeUse, middleOre }): MatchedSpace[] => {
      const match = space && matchSpace({ areaM2, yearlyOre, useGroup: homeUse }, space);
      if (!match) return [];
      return [
        { ...space, ...match, internalOre: middleOre === null ? null : Math.round(middleOre * areaM2) },
      ];
    })
    .sort((a, b) => b.score - a.score || a.distanceMeters - b.distanceMeters)
    .slice(0, mostSpaces);
}

/** Each lease at the first of its buildings, with every building near by that has enough vacant m² or nearly. */
async function listPairs(db: Db, actor: Actor, contractIds: readonly Id[], today: Day): Promise<Pair[]> {
  const holds = sql`r.valid_from <= ${today}::date and r.valid_to > ${today}::date`;
  const rows = await db.execute<Pair>(sql`
    with home as materialized (
      select distinct on (k.id) k.id, r.building_id, r.name, r.use_group, st_transform(r.position_wgs84, 25832) as place,
             coalesce(l.area_m2, 0) as area_m2, coalesce(l.yearly_ore, k.annual_rent_ore, 0) as yearly_ore
        from contract k join tenancy t on t.contract_id = k.id and t.valid_from <= ${today}::date
         and (t.valid_to is null or t.valid_to > ${today}::date)
        join portfolio_row r on r.building_id = t.building_id and ${holds}
        left join lease_level l on l.contract_id = k.id and l.valid_from <= ${today}::date and l.valid_to > ${today}::date
       where k.organisation_id = ${actor.organisationId} and k.id = any (${uuidArray(contractIds)})
       order by k.id, t.building_id
    ), free as materialized (
      select r.building_id, r.name, r.address, r.use_group, r.condition, r.area_m2 - r.let_m2 as vacant_m2,
             st_transform(r.position_wgs84, 25832) as place
        from portfolio_row r where ${withinScope(actor, "register")} and ${holds} and r.state = 'registered'
         and r.tenure = 'owned' and r.area_m2 - r.let_m2 >= 1 and r.position_wgs84 is not null
    ), middle as (
      select r.use_group, percentile_cont(0.5) within group (order by l.yearly_ore / l.area_m2) as ore
        from contract k join lease_level l on l.contract_id = k.id and l.valid_from <= ${today}::date and l.valid_to > ${today}::date
        join lateral (select t.building_id from tenancy t where t.contract_id = k.id order by t.building_id limit 1) b on true
        join portfolio_row r on r.building_id = b.building_id and ${holds} left join unit u on u.id = k.unit_id
       where k.organisation_id = ${actor.organisationId} and k.kind = 'internal' and l.area_m2 > 0 and l.yearly_ore > 0
         and not coalesce(u.is_protected, false)
       group by 1 having count(*) >= 5
    )
    select h.id as "contractId", h.building_id as "homeId", h.name as "homeName", h.use_group as "homeUse",
           h.area_m2 as "areaM2", h.yearly_ore as "yearlyOre", m.ore as "middleOre",
           case when f.building_id is not null then json_build_object('buildingId', f.building_id, 'name', f.name,
             'address', f.address, 'useGroup', f.use_group, 'condition', f.condition, 'vacantM2', round(f.vacant_m2)::float8,
             'distanceMeters', round(st_distance(h.place, f.place))) end as space
      from home h
      left join free f on f.vacant_m2 >= h.area_m2 * 0.9 and st_dwithin(h.place, f.place, ${farthest})
      left join middle m on m.use_group = f.use_group
     order by h.id, f.building_id`);
  return [...rows];
}
