import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { syncSurveys } from "#db/commands/condition/sync-survey.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { badRoof, observationOf, phoneOf, remedyOf } from "../helpers/survey-steps.ts";
import { insertReckonedPortfolio } from "../helpers/surveyed-house.ts";

const database = useDatabase();
const today = dayAt(new Date());

async function givenSurveyor(db: Db): Promise<{
  small: Awaited<ReturnType<typeof insertReckonedPortfolio>>;
  surveyor: Actor;
  colleague: Actor;
}> {
  const small = await insertReckonedPortfolio(db);
  const [surveyor, colleague] = [
    await givenAccount(db, small.organisationId, { role: "manager" }),
    await givenAccount(db, small.organisationId, { role: "manager" }),
  ];
  return { small, surveyor, colleague };
}

const surveyOf = async (db: Db, id: Id) => {
  const [row] = await db.execute<{
    condition: number | null;
    grade: string | null;
    signed: boolean;
    day: string;
  }>(sql`
    select condition, grade, signed_at is not null as signed, surveyed_on::text as day from survey where id = ${id}`);
  return row;
};
/** How many rows of a table belong to an organisation. */
const count = async (db: Db, { organisationId }: Pick<Actor, "organisationId">, table: string) =>
  (
    await db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${sql.identifier(table)} where organisation_id = ${organisationId}`)
  )[0]!.count;

describe("A survey", () => {
  test("begins, sees elements, is signed; the building then has its condition, its day and its backlog", () =>
    database.rollback(async (db) => {
      const { small, surveyor } = await givenSurveyor(db);
      const phone = phoneOf(db, surveyor);
      expect((await phone.start(small.daycare)).outcome).toBe("applied");
      await phone.observe(observationOf("47", { defects: [badRoof], remedies: [remedyOf()] }));
      await phone.observe(observationOf("21"));
      expect((await phone.sign()).outcome).toBe("applied");
      const told = await surveyOf(db, phone.surveyId);
      // The roof alone is in condition 4; the walls, as new and worth more, lift the whole.
      expect(told).toEqual({ condition: 3, grade: null, signed: true, day: today });
      const [row] = await db.execute(sql`
        select condition, surveyed_on::text as day, exterior_backlog_ore::float8 as ore from portfolio_row_now
         where building_id = ${small.daycare}`);
      // 100 m² × 0.5 × 900 kr × 1.25, without an index.
      expect(row).toEqual({ condition: 3, day: today, ore: 56_250_00 });
      expect((await recordedOf(db, phone.surveyId)).map(({ action }) => action)).toEqual(["start", "sign"]);
    }));

  test("a command that comes twice changes nothing, also when both come at once", async () => {
    const { small, surveyor } = await givenSurveyor(database.db);
    const phone = phoneOf(database.db, surveyor);
    await phone.start(small.daycare);
    const [commandId, observation] = [newId(), observationOf("47")];
    const give = () => phone.give({ kind: "observe", observation }, commandId);
    const outcomes = (await Promise.all([give(), give(), give()])).map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(["applied", "duplicate", "duplicate"]);
    expect((await give()).outcome).toBe("duplicate");
    const seen = await database.db.execute(
      sql`select 1 from element_observation where survey_id = ${phone.surveyId}`,
    );
    expect(seen.length).toBe(1);
  });

  test("what is said again of an element replaces what was said, and an older word comes too late", () =>
    database.rollback(async (db) => {
      const { small, surveyor } = await givenSurveyor(db);
      const phone = phoneOf(db, surveyor);
      await phone.start(small.daycare);
      const first = observationOf("47", { defects: [badRoof] });
      const longAgo = new Date(Date.now() - 3_600_000).toISOString();
      await phone.observe(first, new Date(Date.now() - 60_000).toISOString());
      await phone.observe({ ...first, quantity: 120, defects: [] });
      expect(await phone.observe({ ...first, quantity: 7 }, longAgo)).toMatchObject({
        ...{ outcome: "conflict", refusal: "newerThere" },
      });
      expect(await count(db, surveyor, "defect")).toBe(0);
      const [kept] = await db.execute(sql`
        select condition, quantity::float8 as quantity from element_observation where survey_id = ${phone.surveyId}`);
      expect(kept).toEqual({ condition: 1, quantity: 120 });
    }));

  test.each([
    [{ quantity: -3 }, "quantityNotPositive"],
    [{ quantity: 0.001 }, "quantityNotPositive"],
    [{ quantity: Number.NaN }, "malformed"],
    [{ quantity: 900_000 }, "quantityTooLarge"],
    [{ defects: [{ ...badRoof, extent: 1.2 }] }, "extentOutside"],
    [{ newElement: { typeCode: "999", label: "" } }, "typeUnknown"],
    [{ newElement: null }, "elementUnknown"],
  ])("refuses %o with %s and keeps nothing of it", (wrong, refusal) =>
    database.rollback(async (db) => {
      const { small, surveyor } = await givenSurveyor(db);
      const phone = phoneOf(db, surveyor);
      await phone.start(small.daycare);
      const answers = await syncSurveys(
        db,
        surveyor,
        [
          {
            ...{ commandId: newId(), surveyId: phone.surveyId, kind: "observe" },
            ...{ happenedAt: new Date().toISOString(), observation: { ...observationOf("47"), ...wrong } },
          },
        ],
        new Date(),
      );
      expect(answers).toMatchObject([{ outcome: "refused", refusal }]);
      expect(await count(db, surveyor, "element_observation")).toBe(0);
    }),
  );

  test("a price of another kind of element is refused, and so is an element of another building", () =>
    database.rollback(async (db) => {
      const { small, surveyor } = await givenSurveyor(db);
      const [elsewhere, phone] = [phoneOf(db, surveyor), phoneOf(db, surveyor)];
      await elsewhere.start(small.store);
      const theirs = observationOf("47");
      await elsewhere.observe(theirs);
      await phone.start(small.daycare);
      expect(await phone.observe(theirs)).toMatchObject({ refusal: "elementUnknown" });
      const [price] = await db.execute<{ id: Id }>(
        sql`select id from price_line where code = '21-R' and organisation_id = ${small.organisationId}`,
      );
      const remedy = remedyOf({ priceLineId: price!.id, ownPriceOre: null });
      expect(await phone.observe(observationOf("47", { remedies: [remedy] }))).toMatchObject({
        refusal: "priceUnknown",
      });
      expect((await phone.observe(observationOf("21", { remedies: [remedy] }))).outcome).toBe("applied");
    }));

  test("what needs a closer look has no condition, and neither has a building of which nothing else is known", () =>
    database.rollback(async (db) => {
      const { small, surveyor } = await givenSurveyor(db);
      const phone = phoneOf(db, surveyor);
      await phone.start(small.store);
      expect(await phone.sign()).toMatchObject({ outcome: "refused", refusal: "nothingSeen" });
      await phone.observe(observationOf("47", { needsInvestigation: true, defects: [badRoof] }));
      await phone.sign();
      expect(await surveyOf(db, phone.surveyId)).toMatchObject({
        condition: null,
        grade: "UN",
        signed: true,
      });
      expect(await count(db, surveyor, "backlog_line")).toBe(0);
    }));

  test("is only amended once it is signed, by one that counts on the same day and after it", () =>
    database.rollback(async (db) => {
      const { small, surveyor } = await givenSurveyor(db);
      const [first, second] = [phoneOf(db, surveyor), phoneOf(db, surveyor)];
      await first.start(small.daycare);
      const seen = observationOf("47");
      await first.observe(seen);
      expect(await second.start(small.daycare, first.surveyId)).toMatchObject({ refusal: "amendsUnsigned" });
      await first.sign();
      expect(await first.observe({ ...seen, quantity: 5 })).toMatchObject({ refusal: "signed" });
      const third = phoneOf(db, surveyor);
      await third.start(small.daycare, first.surveyId);
      await third.observe({ ...seen, newElement: null, quantity: 250, defects: [badRoof] });
      await third.sign();
      expect((await surveyOf(db, third.surveyId))!.day).toBe((await surveyOf(db, first.surveyId))!.day);
      const [element] = await db.execute<{ quantity: number }>(
        sql`select quantity::float8 as quantity from element where id = ${seen.elementId}`,
      );
      expect(element!.quantity).toBe(250);
      expect((await surveyOf(db, first.surveyId))!.condition).toBe(1);
    }));

  test("two who survey one building both have theirs, neither can write in the other's", () =>
    database.rollback(async (db) => {
      const { small, surveyor, colleague } = await givenSurveyor(db);
      const [one, other] = [phoneOf(db, surveyor), phoneOf(db, colleague)];
      await one.start(small.daycare);
      await other.start(small.daycare);
      await one.observe(observationOf("47", { defects: [badRoof] }));
      expect(await phoneOf(db, colleague, one.surveyId).sign()).toMatchObject({ refusal: "notYours" });
      await other.observe(observationOf("47"));
      expect((await other.sign()).outcome).toBe("applied");
      expect((await one.sign()).outcome).toBe("applied");
      const elements = await db.execute(sql`select 1 from element where building_id = ${small.daycare}`);
      expect(elements.length).toBe(2);
    }));

  test("a building that has left the portfolio is refused, and what follows is held", () =>
    database.rollback(async (db) => {
      const { small, surveyor } = await givenSurveyor(db);
      await db.execute(
        sql`update portfolio_row set valid_to = '2026-01-01' where building_id = ${small.store} and valid_to > '2026-01-01'`,
      );
      const surveyId = newId();
      const head = () => ({ commandId: newId(), surveyId, happenedAt: new Date().toISOString() });
      const answers = await syncSurveys(
        db,
        surveyor,
        [
          { ...head(), kind: "start", buildingId: small.store } as never,
          { ...head(), kind: "observe", observation: observationOf("47") } as never,
          { ...head(), kind: "sign" } as never,
        ],
        new Date(),
      );
      expect(answers.map(({ outcome, refusal }) => refusal ?? outcome)).toEqual([
        ...["buildingGone", "held", "held"],
      ]);
    }));

  test("nobody surveys what their right to surveys does not reach", () =>
    database.rollback(async (db) => {
      const { small } = await givenSurveyor(db);
      const stranger = await givenAccount(db, small.organisationId, {
        ...{ role: "manager", administrationIds: [small.sof] },
      });
      const auditor = await givenAccount(db, small.organisationId, { role: "auditor" });
      for (const actor of [stranger, auditor])
        expect(await phoneOf(db, actor).start(small.daycare)).toMatchObject({ refusal: "notAllowed" });
    }));
});
