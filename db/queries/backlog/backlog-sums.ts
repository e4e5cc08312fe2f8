import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { ElementBasis } from "../condition/get-element-basis.ts";
import { agedParts, backlogBuildings, partSums } from "./backlog-parts.ts";
import { keptBlocks, type Kept } from "./find-kept.ts";

/** What some buildings' backlog comes to. Areas in m², money in øre. */
export interface BacklogSums {
  buildings: number;
  areaM2: number;
  /** Of the city's own buildings: what replacement value is reckoned of. */
  ownedM2: number;
  ore: Record<BacklogKind, number>;
  /** Of exterior and interior backlog: what rests on surveys older than the assumption says, and what no line opens. */
  oldOre: number;
  unopenedOre: number;
  /**
   * How far exterior and interior backlog may be off: `together` as if every estimate erred the same way, the sum of the
   * bands; `apart` as if each building erred for itself, the root of the sum of their squares.
   */
  bandOre: { together: number; apart: number };
  oldestSurveyYear: number | null;
}

export type SumRow = Omit<BacklogSums, "ore" | "bandOre"> &
  Record<BacklogKind | "together" | "apart", number>;

/** The sums of a row that was selected by `sumColumns`. */
export const toSums = (row: SumRow): BacklogSums => {
  const { exterior, interior, tenYearNeed, modernisation, together, apart, ...rest } = row;
  return {
    ...rest,
    ore: { exterior, interior, tenYearNeed, modernisation },
    bandOre: { together: Math.round(together), apart: Math.round(apart) },
  };
};

/** The columns of BacklogSums over rows as h, each of one building or of many. */
export const sumColumns = sql`
  coalesce(sum(h.buildings), 0)::int as buildings, coalesce(sum(h.area_m2), 0)::float8 as "areaM2",
  coalesce(sum(h.owned_m2), 0)::float8 as "ownedM2",
  coalesce(sum(h.exterior), 0)::float8 as exterior, coalesce(sum(h.interior), 0)::float8 as interior,
  coalesce(sum(h.ten_year_need), 0)::float8 as "tenYearNeed", coalesce(sum(h.modernisation), 0)::float8 as modernisation,
  coalesce(sum(h.old_ore), 0)::float8 as "oldOre", coalesce(sum(h.unopened_ore), 0)::float8 as "unopenedOre",
  coalesce(sum(h.band_ore), 0)::float8 as together, coalesce(sqrt(sum(h.band_square)), 0)::float8 as apart,
  extract(year from min(h.surveyed_on))::int as "oldestSurveyYear"`;

const ownColumns = sql`
  f.main_administration_id, f.district_id, f.use_group, f.property_id, f.building_id, f.name, f.surveyed_on,
  1 as buildings, f.area_m2, case when f.tenure = 'owned' then f.area_m2 else 0 end as owned_m2`;
const amounts = (row: SQL): SQL => sql`
  ${row}.exterior, ${row}.interior, ${row}.ten_year_need, ${row}.modernisation, ${row}.old_ore, ${row}.unopened_ore`;

/** Each building of `own` with its parts added up; a building without any has nulls. */
const fromParts = sql`
  select ${ownColumns}, ${amounts(sql`s`)}, s.band_ore, s.band_ore ^ 2 as band_square
    from own f left join (select p.building_id, ${partSums} from part p group by 1) s on s.building_id = f.building_id`;

/** What a block's band and the sum of its squares have become since they were kept. */
export const bandSince = (row: SQL, days: SQL): SQL => sql`
  ${row}.band_ore + ${row}.band_slope * ${days} as band_ore,
  ${row}.band_square + 2 * ${days} * ${row}.band_cross + (${days})::float8 ^ 2 * ${row}.slope_square as band_square`;

/** The buildings among those found that must be added up from their lines: all, where nothing is kept. */
export const stale = (actor: Actor, search: PortfolioSearch, kept: Kept | null): SQL =>
  kept === null
    ? backlogBuildings(actor, search)
    : kept.staleIds.length === 0
      ? sql`(select r.* from portfolio_row r where false)`
      : backlogBuildings(actor, { ...search, ids: kept.staleIds });

/**
 * Everything that a search finds, as rows to be added up by `sumColumns`: blocks and buildings that are kept, and the
 * others with their parts added up. A `with` list: own, part, house. By building, every row is of one.
 */
export function summedRows(
  actor: Actor,
  search: PortfolioSearch,
  basis: ElementBasis,
  kept: Kept | null,
  by: "block" | "building",
): SQL {
  const parts = sql`part as materialized (select p.* from ${agedParts(sql`own`, basis)} p)`;
  if (kept === null || (kept.byBlock && by === "block"))
    return sql`
      own as materialized ${stale(actor, search, kept)}, ${parts},
      house as (${fromParts} ${kept === null ? sql`` : sql`union all ${fromBlocks(actor, search, kept)}`})`;
  const isStale = sql`f.building_id = any (${`{${kept.staleIds.join(",")}}`}::uuid[])`;
  return sql`
    found as materialized ${backlogBuildings(actor, search)},
    own as materialized (select f.* from found f where ${isStale}), ${parts},
    house as (${fromParts} union all
      select ${ownColumns}, ${amounts(sql`k`)}, k.band_ore + k.band_slope * x.days_since,
             (k.band_ore + k.band_slope * x.days_since) ^ 2
        from found f join building_backlog k on k.building_id = f.building_id
        join (select b.id, ${search.on}::date - b.kept_on as days_since from backlog_block b
               where b.organisation_id = ${actor.organisationId}) x on x.id = k.block_id
       where not ${isStale})`;
}

const fromBlocks = (actor: Actor, search: PortfolioSearch, kept: Kept): SQL => sql`
  select b.main_administration_id, b.district_id, b.use_group, null::uuid, null::uuid, null::text, b.surveyed_on,
         b.buildings, b.area_m2, b.owned_m2, ${amounts(sql`b`)}, ${bandSince(sql`b`, sql`b.days_since`)}
    from ${keptBlocks(actor, search, kept)} b`;
