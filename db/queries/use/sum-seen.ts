import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { yearOf } from "#domain/day.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { weekHours, type UsePeriod } from "#domain/use/use-week.ts";
import { portfolioFilter, withinScope } from "../portfolio-filter.ts";

const places = Array.from({ length: weekHours }, (_, index) => index + 1);
/** Sums of each hour, elements named one by one: a tenth of what unnesting costs. */
const summed = (column: string) => sql.raw(places.map((place) => `sum(b.${column}[${place}])`).join(", "));
const total = sql.raw(places.map((place) => `b.observed[${place}]`).join(" + "));

/** What was seen in the buildings found, from the rollups: never from the raw rows. */
export interface SeenWeek {
  observations: number;
  buildings: number;
  /** The share of the places taken in each of the 168 hours: persons over places, of what was seen; 0 where nothing was. */
  shares: number[];
}

/** The week as it was seen this year and last, in whichever buildings are watched; sensors, counts and bookings alike. */
export async function sumSeen(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  period: UsePeriod,
): Promise<SeenWeek> {
  const [row] = await db.execute<SeenWeek & Record<string, unknown>>(sql`
    with found as materialized (
      select r.building_id from portfolio_row r
       where ${portfolioFilter(actor, search)} and ${withinScope(actor, "colocation")}
    ), week as materialized (
      select sum(${total}) as observed, array[${summed("persons_sum")}] as persons, array[${summed("places_sum")}] as places
        from use_rollup_week b join found f on f.building_id = b.building_id
       where b.organisation_id = ${actor.organisationId} and b.period = ${period}
         and b.year in (${yearOf(search.on)}, ${yearOf(search.on) - 1})
    )
    select coalesce(w.observed, 0)::float8 as observations,
           (select count(*)::int from found f where exists (select 1 from use_rollup u where u.building_id = f.building_id))
             as buildings,
           (select json_agg(coalesce(w.persons[i.place] / nullif(w.places[i.place], 0), 0) order by i.place)
              from generate_series(1, ${weekHours}) i(place)) as shares
      from week w`);
  return row!;
}
