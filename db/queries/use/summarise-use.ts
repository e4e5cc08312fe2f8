import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { UseView } from "#domain/use/use-search.ts";
import type { UseSource } from "#domain/use/use-week.ts";
import { isEmptyHouse as empty, usedHouses, weekOf } from "./used-houses.ts";

/** The use of everything that a search finds. Areas in m², persons are means. */
export interface UseSummary {
  /** Buildings found; of the portfolio among them (never what lies outside) the area and what is let. */
  found: number;
  portfolioM2: number;
  letM2: number;
  /** Those whose use somebody has told. */
  known: number;
  knownM2: number;
  capacity: number;
  usedHours: number;
  personHours: number;
  emptyEvenings: number;
  emptyEveningM2: number;
  /** Units in buildings by where their week comes from. */
  bySource: Partial<Record<UseSource, number>>;
  /** Mean persons in each of the 168 hours, in the houses whose places are known. */
  week: number[];
}

/** Sums of a search's houses; the letting rate's parts come beside, because it is no use. */
export async function summariseUse(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  view: UseView,
): Promise<UseSummary> {
  const [row] = await db.execute<UseSummary & Record<string, unknown>>(sql`
    with ${usedHouses(actor, search, view)},
    chosen as (select * from house ${view.emptyEvenings ? sql`where ${empty}` : sql``}),
    placed as (select * from chosen where places > 0)
    select (select count(*)::int from found) as found,
           (select coalesce(sum(area_m2), 0)::float8 from found where tenure <> 'outside') as "portfolioM2",
           (select coalesce(sum(let_m2), 0)::float8 from found where tenure <> 'outside') as "letM2",
           (select count(*)::int from chosen) as known,
           (select coalesce(sum(area_m2), 0)::float8 from chosen) as "knownM2",
           coalesce(sum(places), 0)::int as capacity,
           coalesce(sum(used_hours * places)::float8 / sum(places), 0) as "usedHours",
           coalesce(sum(person_hours), 0)::float8 as "personHours",
           count(*) filter (where ${empty})::int as "emptyEvenings",
           coalesce(sum(area_m2) filter (where ${empty}), 0)::float8 as "emptyEveningM2",
           (select coalesce(json_object_agg(source, n), '{}') from (
             select p.source, count(*)::int as n from pattern p join chosen c on c.building_id = p.building_id group by 1) s)
             as "bySource",
           array[${weekOf}]::float8[] as week
      from placed`);
  return row!;
}
