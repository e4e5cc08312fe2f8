import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import { overAge, surveyAgeing, type SurveyAgeing } from "#domain/survey-age.ts";
import { getAssumptions } from "../condition/get-assumptions.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A building of the programme, with its newest survey and the visit that is planned. */
export interface DueSurvey {
  buildingId: Id;
  building: string;
  address: string;
  district: string | null;
  condition: Condition | null;
  surveyedOn: Day | null;
  visitId: Id | null;
  visitOn: Day | null;
  visitor: string | null;
}

/** Which buildings are asked for: of a district, with a survey of some age. */
export interface DueSearch {
  district: Id | null;
  age: "due" | "old" | "all";
}

export interface DueCounts {
  never: number;
  old: number;
  ageing: number;
  planned: number;
}

/** The owned buildings whose surveys are oldest, first those never surveyed; and how many there are of each age, whatever the age asked for. */
export async function listDueSurveys(
  db: Db,
  actor: Actor,
  search: DueSearch,
  limit: number,
  today: Day,
): Promise<{ items: DueSurvey[]; total: number; counts: DueCounts; ages: SurveyAgeing }> {
  const owned = ownedBuildings(actor, search, today);
  const ages = surveyAgeing(await getAssumptions(db, actor.organisationId, today));
  const [ageingFrom, oldFrom] = [overAge(today, ages.ageingYears), overAge(today, ages.oldYears)];
  const before = { due: ageingFrom, old: oldFrom, all: today }[search.age];
  const isAsked = sql`(r.surveyed_on is null or r.surveyed_on <= ${before}::date)`;
  const items = await db.execute<DueSurvey & Record<string, unknown>>(sql`
    select r.building_id as "buildingId", r.name as building, r.address, d.name as district, r.condition,
           r.surveyed_on::text as "surveyedOn", v.id as "visitId", v.planned_on::text as "visitOn", v.name as visitor
      from portfolio_row r left join district d on d.id = r.district_id
      left join lateral (
        select x.id, x.planned_on, a.name from survey_visit x left join account a on a.id = x.surveyor_id
         where x.building_id = r.building_id and x.survey_id is null and x.cancelled_at is null
         order by x.planned_on, x.id limit 1) v on true
     where ${owned} and ${isAsked}
     order by r.surveyed_on nulls first, r.name_order, r.building_id limit ${limit}`);
  const [row] = await db.execute<DueCounts & { total: number } & Record<string, unknown>>(sql`
    select count(*) filter (where ${isAsked})::int as total,
           count(*) filter (where r.surveyed_on is null)::int as never,
           count(*) filter (where r.surveyed_on <= ${oldFrom}::date)::int as old,
           count(*) filter (where r.surveyed_on > ${oldFrom}::date and r.surveyed_on <= ${ageingFrom}::date)::int as ageing,
           count(*) filter (where exists (select 1 from survey_visit x where x.building_id = r.building_id
             and x.survey_id is null and x.cancelled_at is null))::int as planned
      from portfolio_row r where ${owned}`);
  const { total, ...counts } = row!;
  return { items: [...items], total, counts, ages };
}

const ownedBuildings = (actor: Actor, { district }: DueSearch, today: Day): SQL => sql`(
  ${withinScope(actor, "surveys")} and r.state = 'registered' and r.tenure = 'owned'
  and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
  and ${district === null ? sql`true` : sql`r.district_id = ${district}`})`;
