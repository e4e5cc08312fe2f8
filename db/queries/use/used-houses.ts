import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { availableHours, emptyBelow, eveningHourCount, eveningHours } from "#domain/use/use-rates.ts";
import type { UseView } from "#domain/use/use-search.ts";
import { weekHours } from "#domain/use/use-week.ts";
import { portfolioFilter } from "../portfolio-filter.ts";
import { unitUseVisible } from "./hourly-use.ts";

/** Sums of the hours of a week, a column each: h1 is Monday 0:00. Adding columns costs a tenth of unnesting the arrays. */
const places = Array.from({ length: weekHours }, (_, index) => index + 1);
const columns = (each: (place: number) => string, separator = ", "): SQL =>
  sql.raw(places.map(each).join(separator));
const summed = (hours: boolean[], each: (place: number) => string): SQL =>
  sql.raw(
    `(${places
      .filter((place) => hours[place - 1])
      .map(each)
      .join(" + ")})`,
  );

/** The hours of all chosen houses with places, added up and put in one array. `from` has h1 … h168. */
export const weekOf = columns((place) => `coalesce(sum(h${place}), 0)`);

/**
 * What a search finds, with what the actor may read of its use, as relations of a `with` list: found; pattern, the surest
 * week of each unit in each building; house, one row a building with its week (h1 … h168) and the sums of it. Which weeks count
 * and how they are added up is said once, here; pages and the map read from it.
 */
export function usedHouses(
  actor: Actor,
  search: PortfolioSearch,
  { period, hours }: Pick<UseView, "period" | "hours">,
): SQL {
  const on = search.on;
  const available = availableHours(hours);
  return sql`
    found as materialized (select r.* from portfolio_row r where ${portfolioFilter(actor, search)}),
    pattern as materialized (
      select distinct on (p.building_id, p.unit_id) p.building_id, p.unit_id, p.persons, p.source, p.confidence,
             u.kind, c.persons as capacity
        from use_pattern p join found f on f.building_id = p.building_id join unit u on u.id = p.unit_id
        left join use_capacity c on c.building_id = p.building_id and c.unit_id = p.unit_id
         and c.valid_from <= ${on}::date and (c.valid_to is null or c.valid_to > ${on}::date)
       where p.organisation_id = ${actor.organisationId} and p.space_id is null and p.period = ${period}
         and p.valid_from <= ${on}::date and (p.valid_to is null or p.valid_to > ${on}::date) and ${unitUseVisible(actor)}
       order by p.building_id, p.unit_id, array_position(array['sensor', 'count', 'booking', 'estimate'], p.source),
                p.valid_from desc
    ), week as materialized (
      select building_id, bool_and(capacity is not null) as is_placed, sum(capacity)::int as capacity,
             array_agg(distinct source) as sources, min(confidence) as confidence, count(*)::int as units,
             ${columns((place) => `sum(persons[${place}])::float8 as h${place}`)}
        from pattern group by 1
    ), house as materialized (
      select f.name, f.name_order, f.address, f.use_group, f.area_m2, w.*,
             case when w.is_placed then w.capacity end as places,
             ${summed(available, (place) => `(w.h${place} > 0)::int`)} as used_hours,
             ${summed(available, (place) => `w.h${place}`)} as person_hours,
             ${summed(eveningHours(), (place) => `w.h${place}`)} as evening_hours,
             greatest(${columns((place) => `w.h${place}`)}) as peak
        from found f join week w on w.building_id = f.building_id
    )`;
}

/** A row of house that stands empty after 16 on weekdays; the rule is `isEmptyInEvenings`. */
export const isEmptyHouse = sql`(places > 0 and evening_hours / ${eveningHourCount}::float8 / places < ${emptyBelow}::float8)`;
