import { sql, type SQL } from "drizzle-orm";
import type { Day } from "#domain/day-count.ts";
import type { Id } from "#domain/id.ts";
import { rentPerM2On } from "../lease/rent-on.ts";

/** Whether a row with a period holds on a day. */
export const holdsOn = (alias: "s" | "t" | "k" | "t2", on: Day): SQL =>
  sql`(${sql.raw(alias)}.valid_from <= ${on}::date and (${sql.raw(alias)}.valid_to is null or ${sql.raw(alias)}.valid_to > ${on}::date))`;

/**
 * The spaces of a case's premises on a day, as `premises_space (premises_id, space_id, area_m2)`: all of a building, those
 * named, or those a lease covers.
 */
export const premisesSpaces = (caseId: Id, on: Day): SQL => sql`premises_space as (
  select p.id as premises_id, s.id as space_id, s.area_m2
    from colocation_premises p join space s on s.building_id = p.building_id and ${holdsOn("s", on)}
   where p.case_id = ${caseId} and (p.kind = 'building' or s.id = any (p.space_ids) or (p.kind = 'lease' and exists (
     select 1 from tenancy t where t.contract_id = p.contract_id and t.space_id = s.id and t.side = 'in' and ${holdsOn("t", on)}))))`;

/** What each unit uses of the premises, as `used (premises_id, unit_id, area_m2, rent_ore)`; follows `premisesSpaces`.
 *  A lease's rent a m², of the day that the case is priced on, is that of each of its spaces. */
export const usedOfPremises = (on: Day, pricedOn: Day = on): SQL => sql`used as (
  select q.premises_id, k.unit_id, sum(q.area_m2) as area_m2,
         sum(coalesce(${rentPerM2On(pricedOn, sql`w.area_m2`)}, 0) * q.area_m2) as rent_ore
    from premises_space q join tenancy t on t.space_id = q.space_id and t.side = 'out' and ${holdsOn("t", on)}
    join contract k on k.id = t.contract_id
    join lateral (select sum(s.area_m2) as area_m2 from tenancy t2 join space s on s.id = t2.space_id
      where t2.contract_id = k.id and t2.side = 'out' and ${holdsOn("t2", on)}) w on true
   group by q.premises_id, k.unit_id)`;
