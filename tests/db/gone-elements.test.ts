import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { getSurveyPack } from "#db/queries/survey/get-survey-pack.ts";
import type { Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";
import { badRoof, observationOf, phoneOf, remedyOf } from "../helpers/survey-steps.ts";
import { insertReckonedPortfolio } from "../helpers/surveyed-house.ts";

const database = useDatabase();

/** Whether each element of a building has an end, and how many lines of today's backlog it has. */
const standing = async (db: Db, buildingId: Id) => [
  ...(await db.execute(sql`
    select e.valid_to is not null as ends, count(l.id)::int as lines from element e
      left join (backlog_line l join backlog_estimate b on b.id = l.estimate_id and b.valid_to is null)
        on l.element_id = e.id
     where e.building_id = ${buildingId} group by e.id`)),
];

test("an element that is gone ends, its backlog with it; whoever amends the survey can bring it back", () =>
  database.rollback(async (db) => {
    const small = await insertReckonedPortfolio(db);
    const surveyor = await givenAccount(db, small.organisationId, { role: "manager" });
    const [first, second, third] = [phoneOf(db, surveyor), phoneOf(db, surveyor), phoneOf(db, surveyor)];
    await first.start(small.daycare);
    const roof = observationOf("47", { defects: [badRoof], remedies: [remedyOf()] });
    await first.observe(roof);
    expect(await first.observe({ ...observationOf("21"), isGone: true })).toMatchObject({
      refusal: "goneAtOnce",
    });
    await first.sign();
    expect(await standing(db, small.daycare)).toEqual([{ ends: false, lines: 1 }]);
    await second.start(small.daycare);
    const gone = { ...roof, newElement: null, isGone: true };
    expect(await second.observe(gone)).toMatchObject({ refusal: "goneWithWork" });
    expect(await second.observe({ ...gone, defects: [], remedies: [] })).toMatchObject({
      outcome: "applied",
    });
    await second.sign();
    expect(await standing(db, small.daycare)).toEqual([{ ends: true, lines: 0 }]);
    const pack = await getSurveyPack(db, surveyor, new Date());
    expect(pack.visits.find(({ buildingId }) => buildingId === small.daycare)?.elements ?? []).toEqual([]);
    await third.start(small.daycare, second.surveyId);
    const amending = await getSurveyPack(db, surveyor, new Date());
    expect(amending.visits[0]!.elements.map(({ id }) => id)).toEqual([roof.elementId]);
    await third.observe({ ...roof, newElement: null });
    await third.sign();
    expect(await standing(db, small.daycare)).toEqual([{ ends: false, lines: 1 }]);
  }));
