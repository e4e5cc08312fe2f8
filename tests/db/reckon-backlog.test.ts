import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { reckonBacklog } from "#db/commands/condition/reckon-backlog.ts";
import { elementBacklogOre } from "#domain/backlog/element-backlog.ts";
import { newId, type Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenSurvey, insertReckonedPortfolio } from "../helpers/surveyed-house.ts";

const database = useDatabase();
const on = "2026-11-20";

const openOf = async (db: Db, buildingId: Id) => [
  ...(await db.execute<{ kind: string; ore: number; lines: number; method: string }>(sql`
    select e.kind, e.amount_ore::float8 as ore, coalesce(sum(l.amount_ore), 0)::float8 as lines, e.method
      from backlog_estimate e left join backlog_line l on l.estimate_id = e.id
     where e.building_id = ${buildingId} and e.valid_to is null group by e.id order by e.kind`)),
];
const worksOf = async (db: Db, buildingId: Id) => [
  ...(await db.execute<{ group: string; kind: string; state: string; title: string }>(sql`
    select work_group as "group", kind, state, title from work where building_id = ${buildingId} order by number`)),
];

const roofs = [
  { type: "47", condition: 5, price: "47-R", share: 0.4 },
  { type: "27", condition: 4, ownOre: 50_000_00 },
];

describe("Reckoning a building's backlog", () => {
  test("lines add up to their estimate, and elements that share a scaffold are one work", () =>
    database.rollback(async (db) => {
      const small = await insertReckonedPortfolio(db);
      await givenSurvey(db, small, small.daycare, "2026-05-01", roofs);
      await reckonBacklog(db, small.organisationId, [small.daycare], on);
      const [price] = await db.execute<{ ore: number }>(
        sql`select unit_price_ore as ore from price_line where code = '47-R' limit 1`,
      );
      const pricing = { indexFactor: 1, overheadRate: 0.25, unitPriceOre: price!.ore };
      const ore = elementBacklogOre({ quantity: 100, shareToRepair: 0.4, ...pricing }) + 50_000_00;
      expect(await openOf(db, small.daycare)).toContainEqual({
        ...{ kind: "exterior", ore, lines: ore, method: "survey" },
      });
      expect(await worksOf(db, small.daycare)).toEqual([
        { group: "roof", kind: "exterior", state: "proposed", title: "Tag" },
      ]);
    }));

  test("the newest signed survey of each element counts, and a work with nothing left is dropped unless planned", () =>
    database.rollback(async (db) => {
      const small = await insertReckonedPortfolio(db);
      const facade = { type: "21", condition: 5, ownOre: 10_000_00 };
      const given = await givenSurvey(db, small, small.daycare, "2026-05-01", [...roofs, facade]);
      await reckonBacklog(db, small.organisationId, [small.daycare], on);
      await db.execute(
        sql`update work set state = 'planned', planned_year = 2028 where work_group = 'facade'`,
      );
      const mended = given.elementIds.map((elementId) => ({ elementId, type: "", condition: 1 }));
      await givenSurvey(db, small, small.daycare, "2026-06-01", mended);
      await reckonBacklog(db, small.organisationId, [small.daycare], on);
      expect((await openOf(db, small.daycare)).filter(({ ore, lines }) => ore !== 0 || lines !== 0)).toEqual(
        [],
      );
      expect(
        (await worksOf(db, small.daycare)).map(({ group, state }) => `${group} ${state}`).sort(),
      ).toEqual(["facade planned", "roof dropped"]);
    }));

  test("what needs a closer look costs nothing yet, and a building no survey has walked keeps its estimate", () =>
    database.rollback(async (db) => {
      const small = await insertReckonedPortfolio(db);
      const before = await openOf(db, small.daycare);
      expect(before.length).toBeGreaterThan(0);
      await givenSurvey(db, small, small.store, "2026-05-01", [
        { type: "47", condition: null, price: "47-R" },
      ]);
      await reckonBacklog(db, small.organisationId, [small.daycare, small.store], on);
      expect(await openOf(db, small.daycare)).toEqual(before);
      expect(await openOf(db, small.store)).toEqual([]);
    }));

  test("a newer price list counts from its day, and where it leaves a line out the older price does, indexed", () =>
    database.rollback(async (db) => {
      const small = await insertReckonedPortfolio(db);
      await givenSurvey(db, small, small.daycare, "2026-05-01", [
        { type: "47", quantity: 1, condition: 6, price: "47-R" },
        { type: "27", quantity: 1, condition: 6, price: "27-R" },
      ]);
      const list = newId();
      const org = small.organisationId;
      await db.execute(sql`insert into price_list (id, organisation_id, name, source, price_level_on, valid_from, recorded_at)
        values (${list}, ${org}, 'Ny', 'Prøve', '2026-01-01', '2026-07-01', now())`);
      await db.execute(sql`insert into price_line (id, organisation_id, price_list_id, code, element_type_code, purpose,
          name_da, name_en, unit, unit_price_ore)
        values (${newId()}, ${org}, ${list}, '47-R', '47', 'repair', 'Ny', 'New', 'm²', 100000)`);
      await db.execute(sql`insert into price_index (id, organisation_id, key, month, value, source, recorded_at) values
        (${newId()}, ${org}, 'construction', '2024-01-01', 100, 'Prøve', now()),
        (${newId()}, ${org}, 'construction', '2026-01-01', 110, 'Prøve', now())`);
      await reckonBacklog(db, org, [small.daycare], on);
      const lines = await db.execute<{ code: string; factor: number; ore: number }>(sql`
        select e.type_code as code, l.index_factor::float8 as factor, l.unit_price_ore::float8 as ore
          from backlog_line l join element e on e.id = l.element_id order by 1`);
      expect([...lines]).toEqual([
        { code: "27", factor: 1.1, ore: 98_000 },
        { code: "47", factor: 1, ore: 100_000 },
      ]);
    }));
});
