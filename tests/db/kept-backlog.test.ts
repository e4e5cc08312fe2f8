import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { reckonBacklog } from "#db/commands/condition/reckon-backlog.ts";
import { keepBacklog, keepStaleBacklog } from "#db/commands/kept-backlog/keep-backlog.ts";
import { refreshPortfolio } from "#db/commands/refresh-portfolio.ts";
import { findKept } from "#db/queries/backlog/find-kept.ts";
import { listBacklogGroups } from "#db/queries/backlog/list-backlog-groups.ts";
import { sumKeptCells } from "#db/queries/backlog/sum-risk-cells.ts";
import { summariseBacklog } from "#db/queries/backlog/summarise-backlog.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { sumConditions } from "#db/queries/condition/sum-conditions.ts";
import type { Actor } from "#domain/actor.ts";
import { backlogGroups, type BacklogGroup } from "#domain/backlog/backlog-search.ts";
import { addDays, dayAt, type Day } from "#domain/day.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenSurvey, insertReckonedPortfolio } from "../helpers/surveyed-house.ts";

const database = useDatabase();
const now = new Date();
const today = dayAt(now);

/** Everything that is kept, as the page of backlog asks it, from what is kept or from the lines. */
async function everything(
  db: Db,
  actor: Actor,
  query: string,
  on: Day,
  from: "kept" | "lines",
  by: readonly BacklogGroup[],
) {
  const { search } = readPortfolioSearch(new URLSearchParams(query), on);
  const basis = await getElementBasis(db, actor, on);
  const kept = from === "kept" ? await findKept(db, actor, search, basis) : null;
  if (from === "kept") expect(kept).not.toBeNull();
  const groups = [];
  for (const groupBy of by)
    groups.push(
      await listBacklogGroups(
        db,
        actor,
        search,
        basis,
        kept,
        { groupBy, sort: "name", order: "asc" },
        { limit: 100 },
      ),
    );
  const byKey = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
  return {
    sums: await summariseBacklog(db, actor, search, basis, kept),
    groups,
    cells: await sumKeptCells(db, actor, search, kept),
    conditions: (await sumConditions(db, actor, search, basis, kept)).sort(byKey),
  };
}

const few: readonly BacklogGroup[] = ["elementType", "building"];

const same = async (db: Db, actor: Actor, query: string, on: Day, by = few) => {
  const [kept, lines] = [
    await everything(db, actor, query, on, "kept", by),
    await everything(db, actor, query, on, "lines", by),
  ];
  expect(kept).toEqual(lines);
  return lines;
};

const surveyed = [
  { type: "47", condition: 5, price: "47-R", share: 0.4 },
  { type: "31", condition: 4, ownOre: 50_000_00 },
  { type: "43", condition: 5, ownOre: 7_000_00 },
  { type: "56", condition: 3, ownOre: 9_000_00, year: 2030 },
  { type: "21", condition: null },
];

const houses = async (db: Db) => {
  const small = await insertReckonedPortfolio(db);
  await givenSurvey(db, small, small.daycare, "2015-03-31", surveyed);
  await givenSurvey(db, small, small.shelterHouse, "2022-06-01", surveyed.slice(0, 3));
  await givenSurvey(db, small, small.store, addDays(today, -30), surveyed.slice(1));
  return small;
};

describe("Kept sums of backlog", () => {
  test("are those of the lines, for everyone, every filter and days ahead", () =>
    database.rollback(async (db) => {
      const small = await houses(db);
      await reckonBacklog(db, small.organisationId, [small.daycare, small.shelterHouse, small.store], today);
      await keepStaleBacklog(db, small.organisationId, now);
      const manager = small.as("manager");
      const whole = await same(db, manager, "", today, backlogGroups);
      expect(whole.sums.ore.exterior).toBeGreaterThan(100_000_00);
      expect(whole.sums.oldOre).toBeGreaterThan(0);
      expect(whole.conditions.length).toBeGreaterThan(4);
      expect(whole.groups.every(({ items }) => items.length > 0)).toBe(true);
      for (const query of [
        "administration=BUF",
        "administration=SOF&tenure=owned",
        "use=daycare",
        "areaFrom=500",
        "q=depot",
      ])
        await same(db, manager, query, today);
      for (const days of [1, 1500]) await same(db, manager, "", addDays(today, days));
      const own = await same(
        db,
        small.as("administrationUser", { administrationIds: [small.buf] }),
        "",
        today,
      );
      expect(own.sums.buildings).toBeLessThan(whole.sums.buildings);
      await same(db, small.as("leader", { unitIds: [small.solsikken] }), "", today);
    }));

  test("follow a change in its own transaction: a new survey, another user of the house, a raised consequence", () =>
    database.rollback(async (db) => {
      const small = await houses(db);
      const all = [small.daycare, small.shelterHouse, small.store];
      await reckonBacklog(db, small.organisationId, all, today);
      await keepStaleBacklog(db, small.organisationId, now);
      const manager = small.as("manager");
      const staleOnes = async () => {
        const basis = await getElementBasis(db, manager, today);
        return (await findKept(db, manager, readPortfolioSearch(new URLSearchParams(), today).search, basis))!
          .staleIds;
      };
      expect(await staleOnes()).toEqual([]);
      const before = await same(db, manager, "", today);
      await givenSurvey(db, small, small.store, today, [{ type: "47", condition: 6, ownOre: 3_000_000_00 }]);
      await reckonBacklog(db, small.organisationId, [small.store], today);
      expect(await staleOnes()).toEqual([]);
      const after = await same(db, manager, "", today);
      expect(after.sums.ore.exterior - before.sums.ore.exterior).toBe(3_000_000_00);
      const cellOf5 = ({ cells }: typeof after) =>
        cells.filter(({ consequence }) => consequence === 5).length;
      expect(cellOf5(after)).toBe(0);
      await db.execute(
        sql`update work set raised_consequence = 5, raised_reason = 'Prøve' where building_id = ${small.store}`,
      );
      await keepBacklog(db, small.organisationId, [small.store]);
      expect(cellOf5(await same(db, manager, "", today))).toBeGreaterThan(0);
      await db.execute(sql`insert into building_use (code, name_da, name_en, use_group, is_phased_out)
        values ('539', 'Hal', 'Hall', 'sportCulture', false)`);
      await db.execute(sql`update building_version set use_code = '539' where building_id = ${small.store}`);
      await refreshPortfolio(db, small.organisationId, [small.store]);
      expect(await staleOnes()).toEqual([]);
      const moved = await same(db, manager, "use=sportCulture", today);
      expect(moved.sums.buildings).toBe(1);
      expect(moved.sums.ore.exterior).toBeGreaterThanOrEqual(3_000_000_00);
    }));

  test("say that they hold no more when much has changed, lives differ or a day has come; pages then add up lines", () =>
    database.rollback(async (db) => {
      const small = await houses(db);
      const manager = small.as("manager");
      await reckonBacklog(db, small.organisationId, [small.daycare, small.shelterHouse, small.store], today);
      await db.execute(sql`update backlog_block set exterior = 1, holds_until = null`);
      await same(db, manager, "", today);
      await db.execute(sql`update backlog_block set holds_until = 'infinity', basis = 'other lives'`);
      await same(db, manager, "", today);
      await keepStaleBacklog(db, small.organisationId, now);
      const [block] = await db.execute<{ stale: number }>(
        sql`select count(*)::int as stale from backlog_block where exterior = 1 or basis = 'other lives' or holds_until is null`,
      );
      expect(block!.stale).toBe(0);
      await same(db, manager, "", today);
    }));

  test("are of no use for a day of the past: of what has left since, nothing is kept", () =>
    database.rollback(async (db) => {
      const small = await houses(db);
      await keepStaleBacklog(db, small.organisationId, now);
      const before = addDays(today, -2);
      const { search } = readPortfolioSearch(new URLSearchParams(), before);
      const manager = small.as("manager");
      expect(await findKept(db, manager, search, await getElementBasis(db, manager, before))).toBeNull();
    }));
});
