import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { listMapUse } from "#db/queries/use/list-map-use.ts";
import { listPeers } from "#db/queries/use/list-peers.ts";
import { listUsedHouses } from "#db/queries/use/list-used-houses.ts";
import { summariseUse } from "#db/queries/use/summarise-use.ts";
import type { Id } from "#domain/id.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { isEmptyInEvenings, usageRates, weekSums } from "#domain/use/use-rates.ts";
import { readUseView } from "#domain/use/use-search.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";
import { useDatabase } from "../../helpers/database.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const on = "2026-11-28";
const { search } = readPortfolioSearch(new URLSearchParams(), on);
const view = readUseView(new URLSearchParams());

/** Persons from Monday to Friday between two hours. */
const weekdays = (from: number, to: number, persons: number) => {
  const week = Array<number>(168).fill(0);
  for (let day = 1; day <= 5; day++)
    for (let hour = from; hour < to; hour++) week[hourOfWeek(day, hour)] = persons;
  return week;
};

async function live(
  db: Db,
  small: SmallPortfolio,
  { unitId, buildingId, week, places }: { unitId: Id; buildingId: Id; week: number[]; places: number },
) {
  await db.execute(sql`
    insert into use_pattern (id, organisation_id, building_id, unit_id, period, persons, source, weeks_observed, confidence,
                             recorded_on, valid_from)
    values (gen_random_uuid(), ${small.organisationId}, ${buildingId}, ${unitId}, 'term', ${`{${week.join(",")}}`}::real[],
            'estimate', 0, 0.4, ${on}, '2026-01-01')`);
  await db.execute(sql`
    insert into use_capacity (id, organisation_id, building_id, unit_id, persons, source, valid_from)
    values (gen_random_uuid(), ${small.organisationId}, ${buildingId}, ${unitId}, ${places}, 'prøve', '2020-01-01')`);
}

async function livedIn(db: Db) {
  const small = await insertSmallPortfolio(db);
  const days = weekdays(8, 16, 20);
  const evenings = weekdays(15, 20, 30);
  await live(db, small, { unitId: small.solsikken, buildingId: small.daycare, week: days, places: 40 });
  await live(db, small, { unitId: small.skolen, buildingId: small.daycare, week: evenings, places: 60 });
  await live(db, small, { unitId: small.shelter, buildingId: small.shelterHouse, week: days, places: 25 });
  return { small, together: days.map((persons, index) => persons + evenings[index]!), days };
}

test("two units under one roof are one week: hours with either, persons of both", () =>
  database.rollback(async (db) => {
    const { small, together } = await livedIn(db);
    const { items, total } = await listUsedHouses(db, small.as("planner"), search, view, 10);
    expect(total).toBe(1);
    const { availableHours, ...sums } = weekSums(together, 100, "office");
    expect(items[0]).toMatchObject({ id: small.daycare, ...sums });
    expect(usageRates({ ...items[0]!, availableHours })).toEqual(usageRates({ ...sums, availableHours }));
    expect(isEmptyInEvenings(items[0]!.eveningHours, 100)).toBe(false);
    const summary = await summariseUse(db, small.as("planner"), search, view);
    expect(summary.week).toEqual(together);
    expect(summary).toMatchObject({ known: 1, capacity: 100, personHours: sums.personHours, usedHours: 45 });
    expect(summary.bySource).toEqual({ estimate: 2 });
  }));

test("a protected house is in no sum, list or peer outside its scope", () =>
  database.rollback(async (db) => {
    const { small, days } = await livedIn(db);
    const manager = await summariseUse(db, small.as("manager"), search, view);
    expect([manager.known, manager.emptyEvenings]).toEqual([2, 1]);
    expect((await listPeers(db, small.as("manager"), search, view)).map(({ kind }) => kind)).toEqual([
      "shelter",
    ]);
    expect(await listPeers(db, small.as("planner"), search, view)).toEqual([]);
    const own = small.as("administrationUser", { administrationIds: [small.sof] });
    expect((await summariseUse(db, own, search, view)).week).toEqual(days);
    const nobody = small.as("craftsman");
    expect(await summariseUse(db, nobody, search, view)).toMatchObject({
      known: 0,
      capacity: 0,
      personHours: 0,
    });
    expect((await listUsedHouses(db, nobody, search, view, 10)).items).toEqual([]);
  }));

test("only houses that are empty after 16 are listed where that is asked", () =>
  database.rollback(async (db) => {
    const { small } = await livedIn(db);
    const asked = readUseView(new URLSearchParams("evening=empty"));
    const { items } = await listUsedHouses(db, small.as("manager"), search, asked, 10);
    expect(items.map(({ id }) => id)).toEqual([small.shelterHouse]);
    expect((await summariseUse(db, small.as("manager"), search, asked)).known).toBe(1);
  }));

test("the map has each house's utilisation and evenings, as shares of its places, and no protected one", () =>
  database.rollback(async (db) => {
    const { small, together } = await livedIn(db);
    const use = await listMapUse(db, small.as("planner"), search);
    expect(use).toEqual({
      ...{ id: [small.daycare], eveningShare: [(30 * 4) / 6 / 100] },
      utilisation: [usageRates(weekSums(together, 100, "office")).utilisation],
    });
    expect((await listMapUse(db, small.as("manager"), search)).id).toHaveLength(2);
  }));
