import { sql } from "drizzle-orm";
import { surveyVisit } from "#db/schema/index.ts";
import { addDays, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { orderRound } from "#domain/survey/order-round.ts";
import type { Db } from "../client.server.ts";

/** Who goes on the demo's rounds, how many buildings, and how many days from the load day. */
const rounds = [
  { account: "manager@demo.example", stops: 5, days: 0 },
  { account: "manager@demo.example", stops: 4, days: 6 },
  { account: "craftsman@demo.example", stops: 2, days: 1 },
] as const;

/**
 * Plans a few rounds for the demo's people, each among the owned buildings of a district whose surveys are oldest. A demo
 * that has visits is left alone. Call it after accounts are there.
 */
export async function planDemoVisits(db: Db, organisationId: Id, loadDay: Day): Promise<void> {
  await db.transaction(async (tx) => {
    const present = await tx.execute(
      sql`select 1 from survey_visit where organisation_id = ${organisationId} limit 1`,
    );
    if (present.length > 0) return;
    const districts = await districtsWithOldSurveys(tx, organisationId, loadDay);
    for (const [index, { account, stops, days }] of rounds.entries()) {
      const district = districts[index];
      const [surveyor] = await tx.execute<{ id: Id }>(sql`
        select id from account where organisation_id = ${organisationId} and email = ${account} and is_demo`);
      if (!district || !surveyor) continue;
      const buildings = orderRound(district.buildings.slice(0, stops));
      await tx.insert(surveyVisit).values(
        buildings.map(({ id: buildingId }, at) => ({
          ...{ id: newId(), organisationId, buildingId, plannedOn: addDays(loadDay, days), stop: at + 1 },
          ...{ surveyorId: surveyor.id, round: district.name, createdAt: new Date() },
        })),
      );
    }
  });
}

interface District {
  name: string;
  buildings: { id: Id; position: [number, number] }[];
}

async function districtsWithOldSurveys(tx: Db, organisationId: Id, on: Day): Promise<District[]> {
  const rows = await tx.execute<District & Record<string, unknown>>(sql`
    select d.name, (select json_agg(json_build_object('id', x.building_id, 'position', json_build_array(x.lon, x.lat)))
                      from (select r.building_id, r.lon, r.lat from portfolio_row r
                             where r.district_id = d.id and r.tenure = 'owned' and r.surveyed_on is not null
                               and r.valid_from <= ${on}::date and r.valid_to > ${on}::date
                               and not r.is_protected
                               and (select count(*) from element e where e.building_id = r.building_id) > 8
                             order by r.surveyed_on, r.building_id limit 5) x) as buildings
      from district d where d.organisation_id = ${organisationId} order by d.name limit ${rounds.length}`);
  return rows.filter(({ buildings }) => buildings !== null);
}
