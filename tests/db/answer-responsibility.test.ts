import { sql, type SQL } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { noteGap } from "#db/commands/responsibility/note-gap.ts";
import type { Db } from "#db/client.server.ts";
import { answerResponsibility } from "#db/queries/responsibility/answer-responsibility.ts";
import type { AskedResponsibility } from "#db/queries/responsibility/answer-responsibility.ts";
import { responsibilityRule } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";
import type { SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
/** A Friday, 15:00 in Denmark. */
const now = new Date("2026-11-20T14:00:00Z");
let city: SmallPortfolio;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
  await ensureServiceBasics(database.db, city.organisationId);
});

const ask = async (db: Db, asked: AskedResponsibility) => {
  const found = await answerResponsibility(db, city.organisationId, asked, now);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};

const idOf = async (db: Db, query: SQL) => (await db.execute<{ id: Id }>(query))[0]!.id;

const teamCode = async (db: Db, teamId: Id | null) =>
  (await db.execute<{ code: string }>(sql`select code from team where id = ${teamId}`))[0]?.code ?? null;

/** A rule that gives all to the unit, so that it is seen when it wins. */
const insertRule = async (db: Db, party: { administrationId?: Id; contractId?: Id }, clause: string) => {
  await db.insert(responsibilityRule).values({
    ...{
      id: newId(),
      organisationId: city.organisationId,
      level: party.contractId ? "lease" : "administration",
    },
    ...{ administrationId: party.administrationId ?? null, contractId: party.contractId ?? null },
    ...{ itemCode: "window", validFrom: "2020-01-01", executor: "unit", payer: "unit", budgetLine: "Prøve" },
    ...{ slaCode: "standard", clauseDa: clause, clauseEn: clause, source: "Prøve" },
  });
};

test("a burgled window in an owned building is the landlord's work and the tenant's money, by Tuesday fortnight", async () => {
  const { db } = database;
  const found = await ask(db, { itemCode: "window", cause: "burglary", buildingId: city.daycare });
  expect(found.answer).toMatchObject({ executor: "landlord", payer: "tenant", payerSharePercent: 100 });
  expect(found.asked).toMatchObject({ tenure: "own", location: "envelope", administrationId: city.buf });
  expect(await teamCode(db, found.teamId)).toBe("KEJD-BYG");
  // One working hour is left of Friday; a day to answer, ten to be done.
  expect(found.respondBy?.toISOString()).toBe("2026-11-23T14:00:00.000Z");
  expect(found.resolveBy?.toISOString()).toBe("2026-12-04T14:00:00.000Z");
});

test("the tenure is the building's on the day, and the work goes to the team of who acts", async () => {
  const { db } = database;
  const outside = await ask(db, { itemCode: "roof", buildingId: city.office });
  expect(outside.asked.tenure).toBe("thirdParty");
  expect(outside.answer).toMatchObject({ executor: "externalLandlord", payer: "externalLandlord" });
  expect(await teamCode(db, outside.teamId)).toBe("SD");
  const inside = await ask(db, { itemCode: "floor", buildingId: city.daycare });
  expect(await teamCode(db, inside.teamId)).toBe("ADM-BUF");
  const heating = await ask(db, { itemCode: "heating", buildingId: city.daycare });
  expect(await teamCode(db, heating.teamId)).toBe("KEJD-INST");
  const paving = await ask(db, { itemCode: "paving", buildingId: city.daycare });
  expect(await teamCode(db, paving.teamId)).toBe("KEJD-UDE");
  const refusal = await answerResponsibility(
    db,
    city.organisationId,
    { itemCode: "roof", buildingId: city.office, on: "2023-06-01" },
    now,
  );
  expect(refusal).toEqual({ ok: false, refusal: "unknownPlace" });
});

test("the day decides the version: paving was the administration's until the later rules", async () => {
  const { db } = database;
  const asked = { itemCode: "paving", buildingId: city.daycare };
  expect((await ask(db, { ...asked, on: "2016-12-31" })).answer.executor).toBe("administration");
  expect((await ask(db, { ...asked, on: "2017-01-01" })).answer.executor).toBe("landlord");
});

test("an agreement goes before the default and a lease's clause before both, each for its own place alone", () =>
  database.rollback(async (db) => {
    const lease = await idOf(db, sql`select id from contract where number = 'L-1001'`);
    const ground = await idOf(
      db,
      sql`select id from space where number = '001' and room_use = 'activityRoom'`,
    );
    const first = await idOf(db, sql`select id from space where number = '101'`);
    await insertRule(db, { administrationId: city.buf }, "Aftale");
    await insertRule(db, { contractId: lease }, "Kontrakt");
    const clauseAt = async (place: Partial<AskedResponsibility>) =>
      (await ask(db, { itemCode: "window", buildingId: city.daycare, ...place })).answer.clauseDa;
    expect(await clauseAt({ spaceId: ground })).toBe("Kontrakt");
    expect(await clauseAt({ spaceId: first })).toBe("Aftale");
    expect(await clauseAt({ unitId: city.solsikken })).toBe("Kontrakt");
    expect(await clauseAt({ unitId: city.skolen })).toBe("Aftale");
    // Two units share the house: the lease of one says nothing about the whole.
    expect(await clauseAt({})).toBe("Aftale");
    expect(await clauseAt({ buildingId: city.shelterHouse })).toContain("KEjd");
    const found = await ask(db, { itemCode: "window", buildingId: city.daycare, spaceId: ground });
    expect(found.beaten.map(({ level }) => level)).toEqual(["administration", "default"]);
  }));

test("what no rule answers goes to the service desk, and the gap is noted once and counted", () =>
  database.rollback(async (db) => {
    const asked = { itemCode: "window", tenure: "thirdParty", on: "2015-01-01" } as const;
    const found = await ask(db, asked);
    expect(found.rule).toBeNull();
    expect(found.answer.executor).toBe("serviceDesk");
    expect(await teamCode(db, found.teamId)).toBe("SD");
    const gap = await noteGap(db, city.organisationId, found.asked, now);
    const later = new Date("2026-11-21T14:00:00Z");
    expect(
      await noteGap(db, city.organisationId, { ...found.asked, buildingId: city.office }, later),
    ).toEqual(gap);
    const [row] = await db.execute(sql`
      select times_met as times, building_id as building, last_met_at > first_met_at as moved
        from responsibility_gap where id = ${gap.id}`);
    expect(row).toEqual({ times: 2, building: city.office, moved: true });
    await db.execute(sql`update responsibility_gap set closed_at = now() where id = ${gap.id}`);
    const again = await noteGap(db, city.organisationId, found.asked, later);
    expect(again.number).toBeGreaterThan(gap.number);
  }));

test("another organisation's building and an item nobody has are not answered", async () => {
  const { db } = database;
  const answer = (organisationId: Id, asked: AskedResponsibility) =>
    answerResponsibility(db, organisationId, asked, now);
  expect(await answer(newId(), { itemCode: "window", buildingId: city.daycare })).toMatchObject({
    ok: false,
  });
  expect(await answer(city.organisationId, { itemCode: "spaceship" })).toEqual({
    ok: false,
    refusal: "unknownItem",
  });
});
