import { beforeAll, expect, it } from "vitest";
import { listPlaces } from "#db/queries/list-places.ts";
import { useDatabase } from "../helpers/database.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";
import type { SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const today = "2026-11-20";
let city: SmallPortfolio;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
});

it("shows a leader her unit, the part of the building it rents, and its own lease alone", async () => {
  const leader = city.as("leader", { unitIds: [city.solsikken] });
  expect(await listPlaces(database.db, leader, today)).toEqual([
    {
      ...{ unitId: city.solsikken, unitName: "Solsikken" },
      administrationName: "Børne- og Ungdomsforvaltningen",
      buildings: [
        {
          ...{ id: city.daycare, name: "Børnehuset Åkanden", address: "Ågade 12 A, 2200 København N" },
          ...{ leasedM2: 350, condition: 4, surveyedOn: "2019-05-01" },
          ...{ exteriorBacklogOre: 90_000_000, backlogFrom: "2019-05-01" },
          rooms: [{ id: expect.any(String) as string, label: "001" }],
        },
      ],
      leases: [
        {
          ...{ id: expect.any(String) as string, number: "L-1001", annualRentOre: 21_000_000 },
        },
      ],
    },
  ]);
});

it("gives each of several units a section of its own", async () => {
  const leader = city.as("leader", { unitIds: [city.solsikken, city.skolen] });
  const places = await listPlaces(database.db, leader, today);
  expect(places.map((place) => [place.unitName, place.leases.map((lease) => lease.number)])).toEqual([
    ["Kålgårdsskolen", ["L-1002"]],
    ["Solsikken", ["L-1001"]],
  ]);
});

it("shows the leader of a protected unit her own place", async () => {
  const leader = city.as("leader", { unitIds: [city.shelter] });
  const [place] = await listPlaces(database.db, leader, today);
  expect(place?.buildings.map((building) => building.id)).toEqual([city.shelterHouse]);
});

it("is empty for whoever leads no unit, and for another organisation", async () => {
  for (const role of ["manager", "planner", "craftsman", "administrator"] as const)
    expect(await listPlaces(database.db, city.as(role), today)).toEqual([]);
  const stranger = { ...city.as("leader", { unitIds: [city.solsikken] }), organisationId: city.buf };
  expect(await listPlaces(database.db, stranger, today)).toEqual([]);
});
