import { sql } from "drizzle-orm";
import { loadBacklog } from "#app/routes/backlog/load-backlog.server.ts";
import type { Db } from "#db/client.server.ts";
import { getBuilding } from "#db/queries/building/get-building.ts";
import { listBuildingLeases } from "#db/queries/building/list-building-leases.ts";
import { listFloors } from "#db/queries/building/list-floors.ts";
import { listHistory } from "#db/queries/building/list-history.ts";
import { listNeighbours } from "#db/queries/building/list-neighbours.ts";
import { listOccupations } from "#db/queries/building/list-occupations.ts";
import { listUpkeep } from "#db/queries/building/list-upkeep.ts";
import { getMapData } from "#db/queries/get-map-data.ts";
import { listBuildings, listRowsOf, type ListCut } from "#db/queries/list-buildings.ts";
import { searchEverything } from "#db/queries/search-everything.ts";
import { summarisePortfolio } from "#db/queries/summarise-portfolio.ts";
import type { Actor } from "#domain/actor.ts";
import { readBacklogView } from "#domain/backlog/backlog-search.ts";
import type { Day } from "#domain/day.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import type { Bbox } from "#geo/bbox.ts";

/** Something that a page asks of the database: what it does with variant 0, 1, 2 … of the same question. */
export interface Operation {
  name: string;
  goals: { growth?: number; milliseconds?: number };
  run: (db: Db, variant: number) => Promise<unknown>;
}

/** The whole city, and a quarter of it at the zoom where buildings are told apart. */
const city: Bbox = [12.45, 55.61, 12.66, 55.74];
const quarter: Bbox = [12.555, 55.67, 12.565, 55.675];

/** The operations of the pages, as a property manager asks them on a day. */
export async function listOperations(db: Db, on: Day): Promise<Operation[]> {
  const [organisation] = await db.execute<{ id: string }>(sql`select id from organisation`);
  const buildings = await db.execute<{ id: string; name: string; address: string; bfe: number }>(sql`
    select building_id as id, name, split_part(address, ',', 1) as address, bfe_number as bfe from portfolio_row_now
     where tenure = 'owned' order by md5(building_id::text) limit 40`);
  const leases = await db.execute<{ number: string }>(sql`
    select number from contract where kind = 'internal' order by md5(id::text) limit 1`);
  const [named, placed, numbered, mistyped] = buildings;
  const asked = [
    ...[named!.name, placed!.address, String(numbered!.bfe), leases[0]!.number],
    misspelt(mistyped!.name),
  ];
  const id = organisation!.id;
  const actor: Actor = {
    ...{ accountId: id, organisationId: id, email: "", name: "", locale: null },
    grants: [{ role: "manager", administrationIds: [], unitIds: [] }],
  };
  const find = (query = "") => readPortfolioSearch(new URLSearchParams(query), on).search;
  const cut: ListCut = { sort: "name", order: "asc", limit: 100, cursor: null };
  return [
    { name: "map, whole city", goals: {}, run: (db) => getMapData(db, actor, find(), city) },
    { name: "map, one quarter", goals: {}, run: (db) => getMapData(db, actor, find(), quarter) },
    { name: "list rows", goals: { growth: 2 }, run: (db) => listRowsOf(db, actor, find(), cut) },
    {
      name: "list page with count",
      goals: { milliseconds: 150 },
      run: (db) => listBuildings(db, actor, find(), cut),
    },
    { name: "totals", goals: { milliseconds: 150 }, run: (db) => summarisePortfolio(db, actor, find()) },
    {
      name: "totals of a filter",
      goals: { milliseconds: 150 },
      run: (db) => summarisePortfolio(db, actor, find("use=school&condition=4,5,6")),
    },
    {
      name: "backlog",
      goals: { milliseconds: 300 },
      run: (db) => loadBacklog(db, actor, find(), readBacklogView(new URLSearchParams()), null),
    },
    {
      name: "building page",
      goals: { growth: 2 },
      run: (db, variant) => wholeBuilding(db, actor, buildings[variant % buildings.length]!.id, on),
    },
    {
      name: "search: name, address, BFE, lease, misspelt",
      goals: { growth: 2 },
      run: (db, variant) => searchEverything(db, actor, asked[variant % asked.length]!),
    },
    {
      name: "search, a fifth matches",
      goals: { milliseconds: 150 },
      run: (db) => searchEverything(db, actor, "skole"),
    },
  ];
}

/** A name whose longest word lacks its fourth letter, without its fiction mark. */
function misspelt(name: string): string {
  const words = name
    .replace("(fiktiv)", "")
    .trim()
    .split(/[\s,]+/);
  const longest = [...words].sort((one, other) => other.length - one.length)[0]!;
  return longest.slice(0, 3) + longest.slice(4);
}

/** What the page of a building asks, in the order and company in which it asks. */
async function wholeBuilding(db: Db, actor: Actor, id: string, on: Day): Promise<unknown> {
  const facts = await getBuilding(db, actor, id, on);
  if (!facts?.position) return facts;
  const reach = { lon: 0.002, lat: 0.001 };
  return Promise.all([
    listFloors(db, actor, id, on),
    listBuildingLeases(db, actor, id, on),
    listOccupations(db, actor, id, on),
    listUpkeep(db, actor, id, on),
    listHistory(db, actor, id, on),
    listNeighbours(db, actor, { id, position: facts.position }, reach, on),
  ]);
}
