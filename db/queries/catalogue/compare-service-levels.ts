import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { withinCaseScope } from "#db/queries/case/visible-cases.ts";
import { unitVisibleTo } from "#db/queries/building/visible-to.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { leastCompared } from "#domain/catalogue/compare-levels.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** Units of one kind: how many get the service, on how many m², and the median of what they pay a year and get. */
export interface LevelGroup {
  kind: string;
  units: number;
  areaM2: number;
  /** Øre a m² a year; null where too few are compared for this reader. */
  medianPricePerM2Ore: number | null;
  medianQuality: number | null;
  medianVisits: number | null;
}

/** What one unit gets in one building. Price and median in øre a m² a year. */
export interface LevelRow {
  id: Id;
  unitName: string;
  kind: string;
  buildingId: Id;
  buildingName: string;
  areaM2: number;
  quality: number;
  visitsPerYear: number;
  annualPriceOre: number;
  pricePerM2Ore: number;
  medianPricePerM2Ore: number | null;
  medianQuality: number | null;
  medianVisits: number | null;
}

export interface LevelSearch {
  serviceCode: string;
  kind: string | null;
  on: Day;
}

const most = 20_000;

/**
 * Levels of a service side by side: by kind of unit, with the median over every unit of the city that the reader may
 * know of, and the reader's own units in full. What others pay shows in medians alone, and in none of fewer than three.
 */
export async function compareServiceLevels(
  db: Db,
  actor: Actor,
  { serviceCode, kind, on }: LevelSearch,
): Promise<{ groups: LevelGroup[]; rows: LevelRow[] }> {
  const seesAll = scopeOf(actor, "cases", "read").all;
  const enough: SQL = seesAll ? sql`true` : sql`count(distinct l.unit_id) >= ${leastCompared}`;
  const [read] = await db.execute<{ groups: LevelGroup[]; rows: LevelRow[] } & Record<string, unknown>>(sql`
    with l as materialized (
      select x.id, x.organisation_id, x.unit_id, x.building_id, x.area_m2::float8 as area_m2, x.quality,
             x.visits_per_year::float8 as visits, x.annual_price_ore, u.name as unit_name, u.kind,
             u.administration_id, x.annual_price_ore / x.area_m2::float8 as price
        from service_level x join unit u on u.id = x.unit_id
       where x.organisation_id = ${actor.organisationId} and x.service_code = ${serviceCode}
         and x.valid_from <= ${on}::date and (x.valid_to is null or x.valid_to > ${on}::date)
         and ${unitVisibleTo(actor)}
    ), g as (
      select l.kind, count(distinct l.unit_id)::int as units, sum(l.area_m2) as area_m2,
             case when ${enough} then percentile_cont(0.5) within group (order by l.price) end as price,
             case when ${enough} then percentile_cont(0.5) within group (order by l.quality) end as quality,
             case when ${enough} then percentile_cont(0.5) within group (order by l.visits) end as visits
        from l group by l.kind
    )
    select
      (select coalesce(json_agg(json_build_object('kind', g.kind, 'units', g.units, 'areaM2', round(g.area_m2::numeric, 2),
                'medianPricePerM2Ore', round(g.price), 'medianQuality', g.quality, 'medianVisits', g.visits)
                order by g.area_m2 desc, g.kind), '[]') from g) as groups,
      (select coalesce(json_agg(r.row order by r.apart desc nulls last, r.id), '[]') from (
        select l.id, abs(l.price / nullif(g.price, 0) - 1) as apart,
               json_build_object('id', l.id, 'unitName', l.unit_name, 'kind', l.kind, 'buildingId', l.building_id,
                 'buildingName', b.name, 'areaM2', l.area_m2, 'quality', l.quality, 'visitsPerYear', l.visits,
                 'annualPriceOre', l.annual_price_ore, 'pricePerM2Ore', round(l.price),
                 'medianPricePerM2Ore', round(g.price), 'medianQuality', g.quality, 'medianVisits', g.visits) as row
          from l join g on g.kind = l.kind join building b on b.id = l.building_id
         where (${kind}::text is null or l.kind = ${kind}) and ${withinCaseScope(actor, sql`l`, "read")}
         order by 2 desc nulls last, 1 limit ${most}) r) as rows`);
  return { groups: read!.groups, rows: read!.rows };
}

/** The services that levels are kept of, by code. */
export async function listComparedServices(
  db: Db,
  actor: Actor,
): Promise<{ code: string; nameDa: string; nameEn: string }[]> {
  const rows = await db.execute<{ code: string; nameDa: string; nameEn: string }>(sql`
    select s.code, s.name_da as "nameDa", s.name_en as "nameEn" from service s
     where s.organisation_id = ${actor.organisationId} and exists (
       select 1 from service_level l where l.organisation_id = s.organisation_id and l.service_code = s.code)
     order by s.code`);
  return [...rows];
}
