import { beforeAll, describe, expect, it } from "vitest";
import { getBuilding, getDaysKnown } from "#db/queries/building/get-building.ts";
import { listBuildingLeases } from "#db/queries/building/list-building-leases.ts";
import { listFloors } from "#db/queries/building/list-floors.ts";
import { listHistory } from "#db/queries/building/list-history.ts";
import { listNeighbours } from "#db/queries/building/list-neighbours.ts";
import { listOccupations } from "#db/queries/building/list-occupations.ts";
import { listUpkeep } from "#db/queries/building/list-upkeep.ts";
import { useDatabase } from "../helpers/database.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";
import type { SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const today = "2026-11-20";
let city: SmallPortfolio;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
});

const leaderOf = (unit: string) => city.as("leader", { unitIds: [unit] });

describe("a building on a day", () => {
  it("is what was true that day, with where it is known from", async () => {
    const building = await getBuilding(database.db, city.as("manager"), city.daycare, today);
    expect(building).toMatchObject({
      ...{
        name: "Børnehuset Åkanden",
        address: "Ågade 12 A, 2200 København N",
        tenure: "owned",
        areaM2: 900,
      },
      ...{
        letM2: 700,
        digitisedM2: 350,
        condition: 4,
        surveyedOn: "2019-05-01",
        exteriorBacklogOre: 90_000_000,
      },
      ...{ leaseEndOn: "2028-08-01", method: "register", factsFrom: "2020-01-01", bfe: 100_000_001 },
    });
    const before = await getBuilding(database.db, city.as("manager"), city.daycare, "2018-09-01");
    expect(before).toMatchObject({ condition: 3, exteriorBacklogOre: 40_000_000, factsFrom: "2016-01-01" });
  });

  it("is nothing on a day when it was not in the register, which then names the nearest days that know it", async () => {
    const manager = city.as("manager");
    const ask = (on: string) => getBuilding(database.db, manager, city.office, on);
    const near = (on: string) => getDaysKnown(database.db, manager, city.office, on);
    expect(await ask("2023-06-01")).toBeNull();
    expect(await near("2023-06-01")).toEqual({ before: "2022-12-31", after: "2024-01-01" });
    expect(await near("2019-06-01")).toEqual({ before: null, after: "2020-01-01" });
    expect(await ask("2022-12-31")).not.toBeNull();
    expect(await ask("2024-01-01")).not.toBeNull();
  });

  it("is not known to those whose scope it lies outside, in any time", async () => {
    for (const actor of [city.as("planner"), leaderOf(city.solsikken), city.as("craftsman")]) {
      expect(await getBuilding(database.db, actor, city.shelterHouse, today)).toBeNull();
      expect(await getDaysKnown(database.db, actor, city.shelterHouse, today)).toBeNull();
    }
    expect(await getBuilding(database.db, leaderOf(city.shelter), city.shelterHouse, today)).not.toBeNull();
    expect(await getBuilding(database.db, city.as("auditor"), city.shelterHouse, today)).not.toBeNull();
    const stranger = { ...city.as("administrator"), organisationId: city.buf };
    expect(await getBuilding(database.db, stranger, city.daycare, today)).toBeNull();
  });
});

describe("floors and their spaces", () => {
  it("stand from the top down with what is let and digitised of each", async () => {
    const floors = await listFloors(database.db, city.as("manager"), city.daycare, today);
    expect(
      floors.map(({ level, areaM2, letM2, digitisedM2 }) => [level, areaM2, letM2, digitisedM2]),
    ).toEqual([
      [1, 350, 350, 0],
      [0, 350, 350, 350],
      [-1, 200, 0, 0],
    ]);
    expect(floors[1]?.spaces).toMatchObject([
      { number: "001", roomUse: "activityRoom", unitName: "Solsikken", leaseNumber: "L-1001", persons: 66 },
    ]);
  });

  it("say that a space is let, but not to whom, where the tenant is protected", async () => {
    const on = "2017-06-01";
    const cellar = async (actor: ReturnType<typeof leaderOf>) =>
      (await listFloors(database.db, actor, city.daycare, on)).at(-1);
    expect(await cellar(leaderOf(city.solsikken))).toMatchObject({
      letM2: 200,
      spaces: [{ unitName: null, leaseNumber: null, isLet: true }],
    });
    expect(await cellar(city.as("manager"))).toMatchObject({
      spaces: [{ unitName: "Krisehjemmet Læ", leaseNumber: "L-2002" }],
    });
  });
});

describe("contracts", () => {
  const numbers = async (actor: ReturnType<typeof leaderOf>) =>
    (await listBuildingLeases(database.db, actor, city.daycare, today)).map((lease) => lease.number);

  it("come with those in force first, and the area each covers or last covered", async () => {
    const leases = await listBuildingLeases(database.db, city.as("manager"), city.daycare, today);
    expect(leases.map(({ number, isInForce, areaM2 }) => [number, isInForce, areaM2])).toEqual([
      ["L-1002", true, 350],
      ["L-1001", true, 350],
      ["L-2002", false, 200],
    ]);
    expect(leases[1]).toMatchObject({ partyName: "Solsikken", annualRentOre: 21_000_000, noticeMonths: 6 });
  });

  it("show no one the rent of another tenant", async () => {
    expect(await numbers(leaderOf(city.solsikken))).toEqual(["L-1001"]);
    expect(await numbers(leaderOf(city.skolen))).toEqual(["L-1002"]);
    expect(await numbers(city.as("administrationUser", { administrationIds: [city.sof] }))).toEqual([
      "L-2002",
    ]);
    expect(await numbers(city.as("planner"))).toEqual(["L-1002", "L-1001"]);
    expect(await numbers(city.as("craftsman"))).toEqual([]);
  });
});

describe("the life of a building", () => {
  it("is told newest first, up to the day", async () => {
    const events = await listHistory(database.db, city.as("manager"), city.daycare, "2019-12-31");
    expect(events.map(({ on, kind, detail }) => `${on} ${kind} ${detail}`)).toEqual([
      "2019-05-01 surveyed 4",
      "2018-08-01 leaseBegun L-1002 · Kålgårdsskolen",
      "2018-01-01 leaseEnded L-2002 · Krisehjemmet Læ",
      "2017-05-01 surveyed 3",
      "2017-01-01 leaseBegun L-2002 · Krisehjemmet Læ",
      "2016-01-01 leaseBegun L-1001 · Solsikken",
      "2016-01-01 takenIn owned",
    ]);
    const later = await listHistory(database.db, city.as("manager"), city.daycare, today);
    expect(later[0]).toMatchObject({ on: "2020-01-01", kind: "factsChanged" });
  });

  it("never names a protected unit to those outside its scope", async () => {
    for (const actor of [city.as("planner"), leaderOf(city.solsikken)]) {
      const events = await listHistory(database.db, actor, city.daycare, today);
      expect(events.length).toBeGreaterThan(3);
      expect(JSON.stringify(events)).not.toContain("Krisehjemmet");
    }
  });

  it("tells of a building that left the register and came back", async () => {
    const events = await listHistory(database.db, city.as("manager"), city.office, today);
    expect(events.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      "2024-01-01 takenIn",
      "2023-01-01 released",
      "2020-01-01 takenIn",
    ]);
  });

  it("keeps the four backlog figures apart and sums maintenance by year, as known on the day", async () => {
    const upkeep = await listUpkeep(database.db, city.as("manager"), city.daycare, today);
    expect(upkeep.backlog.map(({ kind, amountOre }) => [kind, amountOre])).toEqual([
      ["exterior", 90_000_000],
      ["interior", 10_000_000],
    ]);
    expect(upkeep.backlogHistory).toEqual([
      { from: "2017-05-01", amountOre: 40_000_000 },
      { from: "2019-05-01", amountOre: 90_000_000 },
    ]);
    expect(upkeep.maintenance).toEqual([
      { year: 2018, amountOre: 2_000_000 },
      { year: 2021, amountOre: 2_500_000 },
    ]);
    expect(upkeep.surveys.map((survey) => survey.condition)).toEqual([4, 3]);
    const before = await listUpkeep(database.db, city.as("manager"), city.daycare, "2018-06-01");
    expect(before.maintenance).toEqual([{ year: 2018, amountOre: 1_500_000 }]);
  });

  it("names who uses it, and the actor's own buildings around it", async () => {
    const [use] = await listOccupations(database.db, city.as("manager"), city.daycare, today);
    expect(use).toMatchObject({
      unitName: "Solsikken",
      areaM2: 350,
      persons: 66,
      since: "2016-01-01",
      spaces: 1,
    });
    const here = (await getBuilding(database.db, city.as("manager"), city.daycare, today))!;
    const of = { id: city.daycare, position: here.position! };
    const around = async (actor: ReturnType<typeof leaderOf>) =>
      (await listNeighbours(database.db, actor, of, { lon: 0.01, lat: 0.01 }, today))
        .map((row) => row.id)
        .sort();
    expect(await around(city.as("manager"))).toEqual([city.shelterHouse, city.office, city.store].sort());
    expect(await around(city.as("planner"))).toEqual([city.office, city.store].sort());
    expect(await around(leaderOf(city.solsikken))).toEqual([]);
  });
});
