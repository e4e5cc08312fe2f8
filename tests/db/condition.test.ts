import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Db } from "#db/client.server.ts";
import { inTransaction } from "../helpers/database.ts";
import { startDemoDatabase } from "../helpers/demo-database.ts";
import { loadDay } from "../helpers/demo-template.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { setTargetQuality } from "#db/commands/condition/set-target-quality.ts";
import { getElementBasis, type ElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { getTargetQuality } from "#db/queries/condition/get-target-quality.ts";
import { listElements, type StandingElement } from "#db/queries/condition/list-elements.ts";
import type { Actor } from "#domain/actor.ts";
import { classOfEstimate, estimatedCondition } from "#domain/condition/ageing.ts";
import { summariseCondition } from "#domain/condition/condition-summary.ts";
import { addDays } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";

let db: Db;
let manager: Actor;
let basis: ElementBasis;
let houses: { id: Id; condition: Condition; exteriorOre: number }[];

beforeAll(async () => {
  const started = await startDemoDatabase();
  const open = openDatabase(started.address, { poolSize: 2 });
  db = open.db;
  const [city] = await db.execute<{ id: Id }>(sql`select id from organisation`);
  manager = await givenAccount(db, city!.id, { role: "manager" });
  basis = await getElementBasis(db, manager, loadDay);
  houses = [
    ...(await db.execute<(typeof houses)[number] & Record<string, unknown>>(sql`
      select r.building_id as id, r.condition, r.exterior_backlog_ore::float8 as "exteriorOre" from portfolio_row r
       where r.valid_to = 'infinity' and r.tenure = 'owned' and r.exterior_backlog_ore > 0
         and exists (select 1 from target_quality q where q.building_id = r.building_id and q.quality = 3)
       order by r.building_id limit 25`)),
  ];
  return async () => {
    await open.close();
    await started.stop();
  };
});

const elementsOf = (id: Id): Promise<StandingElement[]> => listElements(db, manager, id, basis);

describe("the elements of a building", () => {
  test("are aged by the rule, whoever reckons it", async () => {
    for (const { id } of houses)
      for (const { condition, observedOn, type, estimate, estimatedClass } of await elementsOf(id)) {
        const due = estimatedCondition({ condition: condition!, on: observedOn! }, type.lifeYears, loadDay);
        expect(estimate).toBeCloseTo(due, 9);
        expect(estimatedClass).toBe(classOfEstimate(due));
      }
  });

  test("make up the condition that the survey gave the building, and a distribution of the whole", async () => {
    for (const { id, condition } of houses) {
      const { observed, estimated } = summariseCondition(await elementsOf(id));
      expect(observed.condition).toBe(condition);
      expect(estimated.ratio).toBeGreaterThanOrEqual(observed.ratio!);
      for (const { shares } of [observed, estimated])
        expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  test("carry lines that add up to the building's exterior backlog", async () => {
    for (const { id, exteriorOre } of houses) {
      const lines = (await elementsOf(id)).flatMap((element) => element.lines);
      const exterior = lines.filter(({ kind }) => kind === "exterior");
      expect(exterior.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(exteriorOre);
    }
  });

  test("age on as the day moves, while what was seen stays", async () => {
    const later = await getElementBasis(db, manager, addDays(loadDay, 3650));
    const now = await elementsOf(houses[0]!.id);
    const then = await listElements(db, manager, houses[0]!.id, later);
    expect(then.map(({ condition }) => condition)).toEqual(now.map(({ condition }) => condition));
    then.forEach(({ estimate }, index) => expect(estimate).toBeGreaterThanOrEqual(now[index]!.estimate!));
  });
});

describe("the class that a building is kept to", () => {
  const noon = new Date(`${loadDay}T11:00:00Z`);
  const form = (quality: 1 | 3 | 5, from = loadDay) => ({
    ...{ buildingId: houses[0]!.id, quality, from, source: "Beslutning (prøve)" },
  });
  const backlogOf = async (tx: Db, id: Id) => {
    const [row] = await tx.execute<{ ore: number }>(sql`
      select exterior_backlog_ore::float8 as ore from portfolio_row where building_id = ${id} and valid_to = 'infinity'`);
    return row!.ore;
  };

  test("a stricter one makes no less backlog, a milder one no more, at once and with a row in the record", () =>
    inTransaction(db, async (tx) => {
      const { id } = houses[0]!;
      expect((await setTargetQuality(tx, manager, form(1), noon)).ok).toBe(true);
      const strict = await backlogOf(tx, id);
      expect((await setTargetQuality(tx, manager, form(5), noon)).ok).toBe(true);
      const mild = await backlogOf(tx, id);
      expect(strict).toBeGreaterThanOrEqual(mild);
      expect(await getTargetQuality(tx, manager, id, loadDay)).toMatchObject({ quality: 5, since: loadDay });
      const yesterday = await getTargetQuality(tx, manager, id, addDays(loadDay, -1));
      expect(yesterday.quality).toBe(3);
      const said = (await recordedOf(tx, id)).map(({ action }) => action);
      expect(said).toEqual(["setTargetQuality", "setTargetQuality"]);
    }));

  test("is refused for a day to come, for what it is already, and before the present one begins", () =>
    inTransaction(db, async (tx) => {
      const refusalOf = async (one: ReturnType<typeof form>) => {
        const result = await setTargetQuality(tx, manager, one, noon);
        return result.ok ? null : result.refusal;
      };
      expect(await refusalOf(form(1, addDays(loadDay, 1)))).toBe("fromInFuture");
      expect(await refusalOf(form(3))).toBe("unchanged");
      expect(await refusalOf(form(1, "1950-01-01"))).toBe("beforeItsStart");
    }));

  test("is not for whoever only reads, nor for a manager of other administrations", () =>
    inTransaction(db, async (tx) => {
      for (const given of [{ role: "auditor" }, { role: "planner" }] as const) {
        const reader = await givenAccount(tx, manager.organisationId, given);
        expect(await setTargetQuality(tx, reader, form(1), noon)).toEqual({ ok: false, refusal: "notFound" });
      }
      const [other] = await tx.execute<{ id: Id }>(sql`
        select a.id from administration a where not a.id = any (select unnest(administration_ids) from portfolio_row
         where building_id = ${houses[0]!.id}) limit 1`);
      const elsewhere = await givenAccount(tx, manager.organisationId, {
        ...{ role: "manager" as const, administrationIds: [other!.id] },
      });
      expect((await setTargetQuality(tx, elsewhere, form(1), noon)).ok).toBe(false);
    }));
});
