import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { RemedyFacts } from "#domain/backlog/reckon-line.ts";
import { usualTargetQuality } from "#domain/condition/target-quality.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/**
 * The newest signed observation of each element that some buildings have on a day, as rows of element_observation with
 * `observed_on`: of two on one day the one signed last. A grade of a
 * scale that is never converted is no observation here; that an element is gone is one, without a condition.
 */
export const newestObservations = (buildingIds: readonly Id[], on: Day): SQL => sql`(
  select distinct on (o.element_id) o.*, s.surveyed_on as observed_on
    from element_observation o join survey s on s.id = o.survey_id join element e on e.id = o.element_id
   where o.building_id = any (${uuidArray(buildingIds)}) and s.signed_at is not null and s.surveyed_on <= ${on}::date
     and (o.condition is not null or o.grade = 'UN' or o.is_gone) and e.valid_from <= ${on}::date and (e.valid_to is null or e.valid_to > ${on}::date)
   order by o.element_id, s.surveyed_on desc, s.signed_at desc, o.id desc)`;

/**
 * What is to be done about some buildings' elements, each with the price of a day: that of the newest list which has the
 * line, and where newer lists leave it out, that of its own.
 */
export async function listRemedies(db: Db, buildingIds: readonly Id[], on: Day): Promise<RemedyFacts[]> {
  const rows = await db.execute<RemedyFacts & Record<string, unknown>>(sql`
    select m.id as "remedyId", e.id as "elementId", e.building_id as "buildingId",
           coalesce(q.quality, ${usualTargetQuality}) as quality, t.scope, t.unit, t.work_group as "workGroup",
           o.condition, e.quantity::float8 as quantity, o.observed_on::text as "observedOn", m.purpose,
           m.is_lump_sum as "isLumpSum", coalesce(m.own_price_ore, p.unit_price_ore)::float8 as "unitPriceOre",
           coalesce(p.price_level_on, o.observed_on)::text as "priceLevelOn",
           m.share_to_repair::float8 as "shareToRepair", m.recommended_year as "recommendedYear", e.authority
      from ${newestObservations(buildingIds, on)} o
      join remedy m on m.observation_id = o.id
      join element e on e.id = o.element_id
      join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
      left join target_quality q on q.building_id = e.building_id
       and q.valid_from <= ${on}::date and (q.valid_to is null or q.valid_to > ${on}::date)
      left join lateral (
        select n.unit_price_ore, l.price_level_on
          from price_line own join price_line n on n.organisation_id = own.organisation_id and n.code = own.code
           and n.element_type_code = own.element_type_code and n.unit = own.unit
          join price_list l on l.id = n.price_list_id
         where own.id = m.price_line_id and (l.valid_from <= ${on}::date or n.id = own.id)
         order by l.valid_from <= ${on}::date desc, l.valid_from desc limit 1) p on true
     where o.condition is not null
     order by m.id`);
  return [...rows];
}
