import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type {
  CandidatePlaces,
  House,
  Seat,
  UnitRule,
} from "#domain/colocation/candidates/candidate-places.ts";
import type { Day } from "#domain/day.ts";
import { withinScope } from "../portfolio-filter.ts";
import { holdsOn } from "./premises-spaces.ts";
import { visibleCases, visibleUnit } from "./visible-cases.ts";
import { yearlyRentOn } from "../lease/rent-on.ts";

/**
 * Who is where on a day, as the search for candidates reads it: units in their buildings with their school weeks, the city's buildings
 * (owned or rented in) with what is free in them, and what planners have written of the units; within the actor's scope.
 */
export async function readCandidatePlaces(db: Db, actor: Actor, on: Day): Promise<CandidatePlaces> {
  const [houses, seats, rules] = await Promise.all([
    readHouses(db, actor, on),
    readSeats(db, actor, on),
    readRules(db, actor),
  ]);
  return { on, houses, seats, rules };
}

const ofToday = (
  actor: Actor,
  on: Day,
) => sql`${withinScope(actor, "colocation")} and r.valid_from <= ${on}::date
  and r.valid_to > ${on}::date and r.state = 'registered' and r.tenure in ('owned', 'leasedIn')`;

/** A house rented by several leases is free when the last of them ends; what it costs is shared by m² as the leases cover it. */
const readHouses = async (db: Db, actor: Actor, on: Day): Promise<House[]> => [
  ...(await db.execute<House & Record<string, unknown>>(sql`
    with rented as (
      select t.building_id, k.id, k.valid_to, ${yearlyRentOn(on)} as yearly_ore, sum(s.area_m2) as area_m2
        from tenancy t join contract k on k.id = t.contract_id and k.kind = 'thirdPartyIn' join space s on s.id = t.space_id
       where k.organisation_id = ${actor.organisationId} and t.side = 'in' and ${holdsOn("t", on)} group by 1, 2
    ), paid as (
      select building_id, sum(yearly_ore * area_m2 / nullif(whole, 0)) as rent_ore,
             case when bool_and(valid_to is not null) then max(valid_to) - 1 end as ends_on,
             case when count(*) = 1 then (array_agg(id))[1] end as contract_id
        from (select r.*, sum(area_m2) over (partition by id) as whole from rented r) x group by 1
    )
    select r.building_id as id, r.name, r.address, d.code as district, r.lon, r.lat, r.tenure, r.use_group as "useGroup",
           r.condition, r.area_m2 as "areaM2", round((r.area_m2 - r.let_m2)::numeric, 2)::float8 as "vacantM2",
           r.exterior_backlog_ore as "backlogOre", round(coalesce(p.rent_ore, 0))::bigint as "externalRentOre",
           p.ends_on as "leaseEndsOn", p.contract_id as "contractId"
      from portfolio_row r left join paid p on p.building_id = r.building_id left join district d on d.id = r.district_id
     where ${ofToday(actor, on)} and r.lon is not null
     order by r.building_id limit 20000`)),
];

/** A unit's m² in a building; its surest week and its places there, as the pages of use read them. */
const readSeats = async (db: Db, actor: Actor, on: Day): Promise<Seat[]> => [
  ...(await db.execute<Seat & Record<string, unknown>>(sql`
    with seat as materialized (
      select k.unit_id, t.building_id, sum(s.area_m2) as area_m2
        from tenancy t join contract k on k.id = t.contract_id join space s on s.id = t.space_id
       where k.organisation_id = ${actor.organisationId} and k.kind = 'internal' and t.side = 'out' and ${holdsOn("t", on)} group by 1, 2
    ), week as materialized (
      select distinct on (w.unit_id, w.building_id) w.unit_id, w.building_id, coalesce(w.persons_p95, w.persons) as persons, w.source
        from use_pattern w
       where w.organisation_id = ${actor.organisationId} and w.space_id is null and w.period = 'term'
         and w.valid_from <= ${on}::date and (w.valid_to is null or w.valid_to > ${on}::date)
       order by w.unit_id, w.building_id, array_position(array['sensor', 'count', 'booking', 'estimate'], w.source), w.valid_from desc
    )
    select u.id as "unitId", u.name as unit, u.kind, a.code as administration, x.building_id as "buildingId",
           x.area_m2::float8 as "areaM2", u.is_protected as "isProtected", c.persons as places, w.persons as week, w.source
      from seat x join unit u on u.id = x.unit_id join administration a on a.id = u.administration_id
      join portfolio_row r on r.building_id = x.building_id
      left join week w on w.unit_id = x.unit_id and w.building_id = x.building_id
      left join use_capacity c on c.building_id = x.building_id and c.unit_id = x.unit_id
       and c.valid_from <= ${on}::date and (c.valid_to is null or c.valid_to > ${on}::date)
     where ${ofToday(actor, on)} and ${visibleUnit(actor)}
     order by u.id, x.building_id limit 20000`)),
];

/** The special conditions in cases that are still open, by the register's own units and buildings. */
const readRules = async (db: Db, actor: Actor): Promise<UnitRule[]> => [
  ...(await db.execute<UnitRule & Record<string, unknown>>(sql`
    select x.unit_id as "unitId", n.strength, n.kind, y.unit_id as "otherUnitId", p.building_id as "buildingId",
           n.distance_meters as meters, n.words
      from colocation_condition n join colocation_case c on c.id = n.case_id
      join colocation_unit x on x.id = n.colocation_unit_id
      left join colocation_unit y on y.id = n.other_unit_id
      left join colocation_premises p on p.id = n.colocation_premises_id
     where ${visibleCases(actor)} and c.status not in ('rejected', 'closed') and n.kind in ('apart', 'notHere', 'within')
     order by n.id limit 5000`)),
];
