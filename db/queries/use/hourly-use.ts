import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { UsePeriod, UseSource } from "#domain/use/use-week.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { withinScope } from "../portfolio-filter.ts";

/** The typical week of a unit in a building, or of one of its spaces. */
export interface HourlyUse {
  buildingId: Id;
  unitId: Id;
  /** Null: the unit's use of the building as a whole. */
  spaceId: Id | null;
  period: UsePeriod;
  /** Mean persons present in the 168 hours of a week from Monday 0:00. */
  persons: number[];
  /** What 95 of 100 such hours stay within; null where fewer than eight weeks were seen. */
  personsP95: number[] | null;
  /** How many persons there is room for; null where nobody has said. */
  capacity: number | null;
  source: UseSource;
  weeksObserved: number;
  /** 0 to 1. */
  confidence: number;
  recordedOn: Day;
}

export interface HourlyUseSearch {
  on: Day;
  period?: UsePeriod;
  buildingIds?: Id[];
  unitIds?: Id[];
  /** "units" (the usual): units as wholes alone; "spaces": single spaces alone. */
  of?: "units" | "spaces";
}

/** Whether the actor may read a unit's use. Alias `u` is unit. */
export const unitUseVisible = (actor: Actor): SQL => sql`(
  select ${withinScope(actor, "colocation", sql`x`)}
    from (select u.organisation_id, array[u.administration_id] as administration_ids, array[u.id] as unit_ids,
                 u.is_protected) x)`;

/**
 * The typical weeks in force on a day, one a unit (or space), building and period: of several sources the surest counts,
 * of one source the newest. Ordered by building, unit, space and period.
 * @example await hourlyUse(db, actor, { on: "2026-11-28", period: "term", buildingIds: [id] })
 */
export async function hourlyUse(db: Db, actor: Actor, search: HourlyUseSearch): Promise<HourlyUse[]> {
  const rows = await db.execute<HourlyUse & Record<string, unknown>>(sql`
    select distinct on (p.building_id, p.unit_id, p.space_id, p.period)
           p.building_id as "buildingId", p.unit_id as "unitId", p.space_id as "spaceId", p.period, p.persons,
           p.persons_p95 as "personsP95", c.persons as capacity, p.source, p.weeks_observed as "weeksObserved",
           p.confidence, p.recorded_on::text as "recordedOn"
      from use_pattern p
      join unit u on u.id = p.unit_id
      left join use_capacity c on c.building_id = p.building_id
       and (case when p.space_id is null then c.unit_id = p.unit_id else c.space_id = p.space_id end)
       and c.valid_from <= ${search.on}::date and (c.valid_to is null or c.valid_to > ${search.on}::date)
     where p.organisation_id = ${actor.organisationId} and ${unitUseVisible(actor)}
       and p.valid_from <= ${search.on}::date and (p.valid_to is null or p.valid_to > ${search.on}::date)
       and ${search.of === "spaces" ? sql`p.space_id is not null` : sql`p.space_id is null`}
       and ${search.period ? sql`p.period = ${search.period}` : sql`true`}
       and ${search.buildingIds ? sql`p.building_id = any (${uuidArray(search.buildingIds)})` : sql`true`}
       and ${search.unitIds ? sql`p.unit_id = any (${uuidArray(search.unitIds)})` : sql`true`}
     order by p.building_id, p.unit_id, p.space_id, p.period,
              array_position(array['sensor', 'count', 'booking', 'estimate'], p.source), p.valid_from desc
     limit 20000`);
  return [...rows];
}
