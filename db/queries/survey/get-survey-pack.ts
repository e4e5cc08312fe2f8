import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, dayAt, type Day } from "#domain/day.ts";
import type {
  PackedPrice,
  PackedType,
  PackedVisit,
  SignedSurvey,
  SurveyPack,
} from "#domain/survey/survey-pack.ts";
import { packedElements, packedSurvey } from "./packed-parts.ts";

/** More than anyone carries along, and how far ahead. */
const mostVisits = 60;
const daysAhead = 60;
/** So long one is shown what one has signed. */
const signedDays = 14;

/** What an actor's phone needs to survey without network: their own visits, and surveys that they have not signed yet. */
export async function getSurveyPack(db: Db, actor: Actor, now: Date): Promise<SurveyPack> {
  const today = dayAt(now);
  const [types, prices, visits, signed] = [
    await listTypes(db, actor),
    await listPrices(db, actor, today),
    await listVisits(db, actor, today),
    await listSigned(db, actor, today),
  ];
  const mayWrite = may(actor, "surveys", "write");
  return {
    accountId: actor.accountId,
    ...{ madeAt: now.toISOString(), today, mayWrite, types, prices, visits, signed },
  };
}

async function listTypes(db: Db, actor: Actor): Promise<PackedType[]> {
  const rows = await db.execute<PackedType & Record<string, unknown>>(sql`
    select code, sfb, name_da as "nameDa", name_en as "nameEn", unit, scope from element_type
     where organisation_id = ${actor.organisationId} order by sort_order limit 500`);
  return [...rows];
}

/** The newest price list of the day; what it lacks is not offered, and the surveyor gives a price of their own. */
async function listPrices(db: Db, actor: Actor, today: Day): Promise<PackedPrice[]> {
  const rows = await db.execute<PackedPrice & Record<string, unknown>>(sql`
    select p.id, p.element_type_code as "typeCode", p.purpose, p.name_da as "nameDa", p.name_en as "nameEn",
           p.unit_price_ore::float8 as "unitPriceOre"
      from price_line p
     where p.organisation_id = ${actor.organisationId} and p.price_list_id = (
             select l.id from price_list l
              where l.organisation_id = ${actor.organisationId} and l.valid_from <= ${today}::date
              order by l.valid_from desc limit 1)
     order by p.element_type_code, p.code limit 2000`);
  return [...rows];
}

/** One row a building: the visit that comes first, and the actor's own unsigned survey of it, with a visit or without. */
const ownVisits = (actor: Actor, today: Day): SQL => sql`
  select distinct on (x.building_id) x.*
    from (select v.id as visit_id, v.building_id, v.planned_on, v.round, v.stop, v.note, s.id as survey_id
            from survey_visit v left join survey s on s.id = v.survey_id and s.surveyor_id = ${actor.accountId}
           where v.organisation_id = ${actor.organisationId} and v.surveyor_id = ${actor.accountId}
             and v.cancelled_at is null and v.planned_on <= ${addDays(today, daysAhead)}::date
             and (v.survey_id is null or s.signed_at is null and s.id is not null)
          union all
          select null, s.building_id, null, null, null, null, s.id from survey s
           where s.organisation_id = ${actor.organisationId} and s.surveyor_id = ${actor.accountId}
             and s.signed_at is null) x
   order by x.building_id, x.survey_id is null, x.visit_id is null, x.planned_on, x.visit_id`;

async function listVisits(db: Db, actor: Actor, today: Day): Promise<PackedVisit[]> {
  const rows = await db.execute<PackedVisit & Record<string, unknown>>(sql`
    with own as materialized (${ownVisits(actor, today)})
    select o.visit_id as "visitId", b.id as "buildingId", b.name as building,
           a.street || ' ' || a.house_number || ', ' || a.postcode || ' ' || a.town as address,
           o.planned_on::text as "plannedOn", o.round, o.stop, o.note, r.building_id is null as "isGone",
           r.condition, r.surveyed_on::text as "surveyedOn", ${othersAt(actor)} as others,
           ${packedElements(today)} as elements, ${packedSurvey(sql`o.survey_id`)} as survey
      from own o join building b on b.id = o.building_id join address a on a.id = b.address_id
      left join portfolio_row r on r.building_id = b.id and r.state = 'registered'
       and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
     order by o.planned_on nulls first, o.round, o.stop nulls last, b.name, b.id limit ${mostVisits}`);
  return [...rows];
}

/** Who else is surveying the building, or has since the actor began; by name, as each of them has to know. */
const othersAt = (actor: Actor): SQL => sql`(
  select coalesce(json_agg(distinct c.name), '[]') from survey s join account c on c.id = s.surveyor_id
    left join survey mine on mine.id = o.survey_id
   where s.building_id = b.id and s.surveyor_id <> ${actor.accountId} and s.started_at is not null
     and (s.signed_at is null or s.signed_at > mine.started_at or s.surveyed_on = mine.surveyed_on))`;

async function listSigned(db: Db, actor: Actor, today: Day): Promise<SignedSurvey[]> {
  const rows = await db.execute<SignedSurvey & Record<string, unknown>>(sql`
    select s.id, s.building_id as "buildingId", b.name as building, s.surveyed_on::text as "surveyedOn", s.condition
      from survey s join building b on b.id = s.building_id
     where s.organisation_id = ${actor.organisationId} and s.surveyor_id = ${actor.accountId}
       and s.signed_at >= ${addDays(today, -signedDays)}::date
     order by s.signed_at desc limit 20`);
  return [...rows];
}
