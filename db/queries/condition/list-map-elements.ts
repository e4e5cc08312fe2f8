import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { backlogBuildings } from "#db/queries/backlog/backlog-parts.ts";
import type { Actor } from "#domain/actor.ts";
import { fciBandOf, fciBands } from "#domain/backlog/facility-condition-index.ts";
import { aggregateCondition } from "#domain/condition/aggregate-condition.ts";
import { assumed } from "#domain/condition/assumption.ts";
import type { Id } from "#domain/id.ts";
import { maxPoints, type MapElements } from "#domain/map-data.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { conditions } from "#domain/portfolio-row.ts";
import { getElementBasis } from "./get-element-basis.ts";
import { standingElements } from "./standing-elements.ts";

interface Row {
  id: Id;
  /** Replacement value in each estimated class, 1 to 6; null where the building has no elements. */
  weights: number[] | null;
  ownedM2: number;
  deferredOre: number;
}

/** What the elements of the buildings found say of each: its estimated condition, and the band of its FCI where it is own. */
export async function listMapElements(db: Db, actor: Actor, search: PortfolioSearch): Promise<MapElements> {
  const basis = await getElementBasis(db, actor, search.on);
  const { assumptions } = basis;
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    with found as materialized (
      select f.building_id, f.tenure, f.area_m2 from ${backlogBuildings(actor, search)} f
       where f.lon is not null order by f.building_id limit ${maxPoints}
    ), class as (
      select x.building_id, x.estimated_class, sum(x.crv_ore) as ore
        from ${standingElements(basis, sql`select building_id from found`)} x
       where x.estimated_class is not null group by 1, 2
    ), weight as (
      select c.building_id, array_agg(coalesce(k.ore, 0)::float8 order by n) as weights
        from (select distinct building_id from class) c cross join generate_series(1, 6) n
        left join class k on k.building_id = c.building_id and k.estimated_class = n group by 1
    )
    select f.building_id as id, to_json(w.weights) as weights,
           case when f.tenure = 'owned' then f.area_m2 else 0 end::float8 as "ownedM2",
           coalesce((select sum(e.amount_ore) from backlog_estimate e where e.building_id = f.building_id
             and e.kind in ('exterior', 'interior') and e.valid_from <= ${search.on}::date
             and (e.valid_to is null or e.valid_to > ${search.on}::date)), 0)::float8 as "deferredOre"
      from found f left join weight w on w.building_id = f.building_id`);
  const cuts = ["fciFair", "fciPoor", "fciCritical"].map((key) => assumed(assumptions, key));
  const rate = assumed(assumptions, "replacementOrePerM2");
  return {
    id: rows.map(({ id }) => id),
    estimatedCondition: rows.map(({ weights }) =>
      weights
        ? aggregateCondition(conditions.map((condition) => ({ condition, weight: weights[condition - 1]! })))
        : null,
    ),
    fciBand: rows.map(({ ownedM2, deferredOre }) =>
      ownedM2 > 0 ? fciBands.indexOf(fciBandOf(deferredOre / (ownedM2 * rate), cuts)) : null,
    ),
  };
}
