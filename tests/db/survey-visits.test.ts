import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { cancelVisit } from "#db/commands/condition/cancel-visit.ts";
import { planVisits } from "#db/commands/condition/plan-visits.ts";
import { getSurveyPack } from "#db/queries/survey/get-survey-pack.ts";
import { listDueSurveys } from "#db/queries/survey/list-due-surveys.ts";
import { addDays, dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { observationOf, phoneOf } from "../helpers/survey-steps.ts";
import { insertReckonedPortfolio } from "../helpers/surveyed-house.ts";

const database = useDatabase();
const now = new Date();
const today = dayAt(now);
const tomorrow = addDays(today, 1);

/** A manager with a round of two buildings planned for tomorrow. */
async function givenRound(db: Db) {
  const small = await insertReckonedPortfolio(db);
  const manager = await givenAccount(db, small.organisationId, { role: "manager" });
  const form = {
    buildingIds: [small.daycare, small.store],
    plannedOn: tomorrow,
    surveyorId: manager.accountId,
  };
  const planned = await planVisits(db, manager, { ...form, round: "Valby" }, now);
  expect(planned).toEqual({ ok: true, value: { planned: 2, skipped: 0 } });
  const visitOf = async (buildingId: Id) => {
    const [row] = await db.execute<{ id: Id }>(
      sql`select id from survey_visit where building_id = ${buildingId} and cancelled_at is null`,
    );
    return row?.id ?? null;
  };
  return { small, manager, form, visitOf };
}

test("a visit is planned once, called off, and can then be planned again", () =>
  database.rollback(async (db) => {
    const { small, manager, form, visitOf } = await givenRound(db);
    expect(await planVisits(db, manager, { ...form, round: "" }, now)).toMatchObject({
      value: { planned: 0, skipped: 2 },
    });
    const visitId = (await visitOf(small.daycare))!;
    expect(await cancelVisit(db, manager, visitId, now)).toMatchObject({
      ok: true,
      value: { plannedOn: tomorrow },
    });
    expect(await visitOf(small.daycare)).toBeNull();
    expect((await recordedOf(db, visitId)).map(({ action }) => action)).toContain("cancel");
    const pack = await getSurveyPack(db, manager, now);
    expect(pack.visits.map(({ buildingId }) => buildingId)).toEqual([small.store]);
    expect(await cancelVisit(db, manager, visitId, now)).toMatchObject({ refusal: "visitNotFound" });
    expect(await planVisits(db, manager, { ...form, round: "" }, now)).toMatchObject({
      value: { planned: 1, skipped: 1 },
    });
  }));

test("a visit that is begun cannot be called off, and one that is called off takes no survey over", () =>
  database.rollback(async (db) => {
    const { small, manager, visitOf } = await givenRound(db);
    const [begun, off] = [(await visitOf(small.daycare))!, (await visitOf(small.store))!];
    const phone = phoneOf(db, manager);
    await phone.give({ kind: "start", buildingId: small.daycare, visitId: begun, amendsId: null });
    expect(await cancelVisit(db, manager, begun, now)).toMatchObject({ refusal: "visitBegun" });
    await cancelVisit(db, manager, off, now);
    const other = phoneOf(db, manager);
    await other.give({ kind: "start", buildingId: small.store, visitId: off, amendsId: null });
    await other.observe(observationOf("47"));
    expect((await other.sign()).outcome).toBe("applied");
    const [visit] = await db.execute(sql`select survey_id as "surveyId" from survey_visit where id = ${off}`);
    expect(visit).toEqual({ surveyId: null });
  }));

test("nobody calls off a visit to what they may not plan", () =>
  database.rollback(async (db) => {
    const { small, visitOf } = await givenRound(db);
    const visitId = (await visitOf(small.daycare))!;
    const stranger = await givenAccount(db, small.organisationId, {
      ...{ role: "manager", administrationIds: [small.sof] },
    });
    const auditor = await givenAccount(db, small.organisationId, { role: "auditor" });
    for (const actor of [stranger, auditor])
      expect(await cancelVisit(db, actor, visitId, now)).toMatchObject({ refusal: "visitNotFound" });
    expect(await cancelVisit(db, auditor, newId(), now)).toMatchObject({ refusal: "visitNotFound" });
    expect(await visitOf(small.daycare)).toBe(visitId);
  }));

test("what is due follows from the assumptions of the day", () =>
  database.rollback(async (db) => {
    const { small, manager } = await givenRound(db);
    const search = { district: null, age: "all" } as const;
    const usual = await listDueSurveys(db, manager, search, 50, today);
    expect(usual.ages).toEqual({ ageingYears: 5, oldYears: 8 });
    expect(usual.counts.planned).toBe(2);
    await db.execute(sql`
      update assumption set value = 100 where organisation_id = ${small.organisationId}
         and key in ('surveyOldAfter', 'surveyStaleAfter')`);
    const patient = await listDueSurveys(db, manager, search, 50, today);
    expect(patient.ages).toEqual({ ageingYears: 100, oldYears: 100 });
    expect(patient.counts).toMatchObject({ old: 0, ageing: 0 });
    expect(usual.counts.old + usual.counts.ageing).toBeGreaterThan(0);
  }));
