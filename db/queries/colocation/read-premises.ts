import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { scopeOf } from "#domain/access.ts";
import type { CasePremises } from "#domain/colocation/case-inputs.ts";
import type { Day } from "#domain/day-count.ts";
import type { Id } from "#domain/id.ts";
import { premisesSpaces, usedOfPremises } from "./premises-spaces.ts";
import { boundUntilOn, noticeMonthsOn } from "../lease/notice-on.ts";
import { rentPerM2On } from "../lease/rent-on.ts";

/**
 * The premises of a case as the register and the leases have them on a day, with the rents of the day that the case is priced
 * on; protected houses only for who sees them all.
 */
export const readPremises = async (
  db: Db,
  actor: Actor,
  caseId: Id,
  { on, pricedOn }: { on: Day; pricedOn: Day },
): Promise<CasePremises[]> => [
  ...(await db.execute<CasePremises & Record<string, unknown>>(sql`
    with ${premisesSpaces(caseId, on)}, ${usedOfPremises(on, pricedOn)},
    external as (
      select q.premises_id, sum(${rentPerM2On(pricedOn, sql`w.area_m2`)} * q.area_m2) as rent_ore
        from premises_space q
        join tenancy t on t.space_id = q.space_id and t.side = 'in'
         and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)
        join contract k on k.id = t.contract_id and k.kind = 'thirdPartyIn'
        join lateral (select sum(s.area_m2) as area_m2 from tenancy t2 join space s on s.id = t2.space_id
          where t2.contract_id = k.id and t2.side = 'in'
            and t2.valid_from <= ${on}::date and (t2.valid_to is null or t2.valid_to > ${on}::date)) w on true
       group by q.premises_id)
    select p.id, p.kind, p.building_id as "buildingId", r.name, r.address,
           case when r.lon is null then null else json_build_array(r.lon, r.lat) end as position, r.tenure,
           coalesce(m.area_m2, 0)::float8 as "areaM2", coalesce(o.area_m2, 0)::float8 as "othersM2",
           coalesce(i.rent_ore_per_m2, 0)::float8 as "internalRentOrePerM2",
           round(coalesce(e.rent_ore, 0))::bigint as "externalRentOre",
           case when k.id is null then null else json_build_object('contractId', k.id, 'number', k.number,
             'endsOn', k.valid_to - 1, 'noticeMonths', ${noticeMonthsOn(on)},
             'nonTerminableUntil', ${boundUntilOn(on)}) end as lease,
           round(r.exterior_backlog_ore * least(1, coalesce(m.area_m2, 0) / nullif(r.area_m2, 0)))::bigint as "backlogOre",
           p.when_vacated as "whenVacated", p.exit_on as "exitOn",
           coalesce((select json_agg(json_build_object('roomFunction', y.room_function, 'places', y.places,
             'areaM2', y.area_m2) order by y.room_function)
             from colocation_premises_capacity y where y.colocation_premises_id = p.id), '[]') as capacity
      from colocation_premises p
      join portfolio_row r on r.building_id = p.building_id and r.valid_from <= ${on}::date and r.valid_to > ${on}::date
      left join contract k on k.id = p.contract_id
      left join external e on e.premises_id = p.id
      left join lateral (select sum(q.area_m2) as area_m2 from premises_space q where q.premises_id = p.id) m on true
      left join lateral (select sum(d.area_m2) as area_m2 from used d where d.premises_id = p.id and not exists (
        select 1 from colocation_unit x where x.case_id = p.case_id and x.unit_id = d.unit_id)) o on true
      left join lateral (select sum(d.rent_ore) / nullif(sum(d.area_m2), 0) as rent_ore_per_m2
        from used d where d.premises_id = p.id and d.unit_id is not null) i on true
     where p.case_id = ${caseId} and p.organisation_id = ${actor.organisationId}
       and ${scopeOf(actor, "colocation", "read").seesProtected === "all" ? sql`true` : sql`not r.is_protected`}
     order by r.name_order, p.id limit 1000`)),
];
