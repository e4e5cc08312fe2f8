import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import { assumed, type Assumptions } from "#domain/condition/assumption.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { backlogBuildings, backlogParts } from "./backlog-parts.ts";

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

type Row = Omit<BacklogSums, "ore" | "bandOre"> & Record<BacklogKind | "together" | "apart", number>;

/** The sums of a row that was selected by `sumColumns`. */
export const toSums = (row: Row): BacklogSums => {
  const { exterior, interior, tenYearNeed, modernisation, together, apart, ...rest } = row;
  return {
    ...rest,
    ore: { exterior, interior, tenYearNeed, modernisation },
    bandOre: { together: Math.round(together), apart: Math.round(apart) },
  };
};

const isBacklog = sql`p.kind in ('exterior', 'interior')`;
const oreOf = (kind: BacklogKind): SQL => sql`coalesce(sum(p.amount_ore) filter (where p.kind = ${kind}), 0)`;

/** Each building found with its parts added up; a building without any has zeroes. A `with` list: found, part, house. */
export function summedBuildings(actor: Actor, search: PortfolioSearch, assumptions: Assumptions): SQL {
  const old = assumed(assumptions, "surveyOldAfter");
  const years = sql`greatest(0, ${search.on}::date - p.observed_on) / 365.25::float8`;
  const band = sql`(${assumed(assumptions, "uncertaintyBase")}::float8
    + ${assumed(assumptions, "uncertaintyPerYear")}::float8 * coalesce(${years}, 0))`;
  const isOld = sql`(p.observed_on is null or p.observed_on < ${search.on}::date - make_interval(months => ${Math.round(old * 12)}))`;
  return sql`
    found as materialized ${backlogBuildings(actor, search)},
    part as materialized (
      select p.*, ${isOld} as is_old, p.amount_ore * ${band} as band_ore from ${backlogParts(sql`found`, search)} p
    ), house as (
      select f.building_id, f.area_m2, f.tenure, f.surveyed_on, f.main_administration_id, f.district_id, f.use_group,
             f.property_id, f.name, f.name_order, s.*
        from found f
        left join (
          select p.building_id as of_building, ${oreOf("exterior")} as exterior, ${oreOf("interior")} as interior,
                 ${oreOf("tenYearNeed")} as ten_year_need, ${oreOf("modernisation")} as modernisation,
                 coalesce(sum(p.amount_ore) filter (where ${isBacklog} and p.is_old), 0) as old_ore,
                 coalesce(sum(p.amount_ore) filter (where ${isBacklog} and p.line_id is null), 0) as unopened_ore,
                 coalesce(sum(p.band_ore) filter (where ${isBacklog}), 0) as band_ore
            from part p group by 1) s on s.of_building = f.building_id
    )`;
}

/** The columns of BacklogSums over rows of `house`, as h. */
export const sumColumns = sql`
  count(*)::int as buildings, coalesce(sum(h.area_m2), 0)::float8 as "areaM2",
  coalesce(sum(h.area_m2) filter (where h.tenure = 'owned'), 0)::float8 as "ownedM2",
  coalesce(sum(h.exterior), 0)::float8 as exterior, coalesce(sum(h.interior), 0)::float8 as interior,
  coalesce(sum(h.ten_year_need), 0)::float8 as "tenYearNeed", coalesce(sum(h.modernisation), 0)::float8 as modernisation,
  coalesce(sum(h.old_ore), 0)::float8 as "oldOre", coalesce(sum(h.unopened_ore), 0)::float8 as "unopenedOre",
  coalesce(sum(h.band_ore), 0)::float8 as together, coalesce(sqrt(sum(h.band_ore ^ 2)), 0)::float8 as apart,
  extract(year from min(h.surveyed_on))::int as "oldestSurveyYear"`;

/** What the backlog of everything that a search finds comes to on its day. */
export async function summariseBacklog(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  assumptions: Assumptions,
): Promise<BacklogSums> {
  const [row] = await db.execute<Row & Record<string, unknown>>(sql`
    with ${summedBuildings(actor, search, assumptions)} select ${sumColumns} from house h`);
  return toSums(row!);
}
