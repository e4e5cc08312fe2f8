import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type OpenDatabase } from "#db/client.server.ts";
import { refreshPortfolio } from "#db/commands/refresh-portfolio.ts";
import { getFootprints } from "#db/queries/get-footprints.ts";
import { getMapData } from "#db/queries/get-map-data.ts";
import { listBuildings } from "#db/queries/list-buildings.ts";
import { summarisePortfolio } from "#db/queries/summarise-portfolio.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import type { MapCells, MapData, MapPoints } from "#domain/map-data.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { bboxContains, type Bbox } from "#geo/bbox.ts";
import { inTransaction } from "../helpers/database.ts";
import { startDemoDatabase, type StartedDatabase } from "../helpers/demo-database.ts";
import { loadDay } from "../helpers/demo-template.ts";

let started: StartedDatabase;
let open: OpenDatabase;
let organisationId: string;

beforeAll(async () => {
  started = await startDemoDatabase();
  open = openDatabase(started.address, { poolSize: 4 });
  const [row] = await open.db.execute<{ id: string }>(sql`select id from organisation`);
  organisationId = row!.id;
});

afterAll(async () => {
  await open.close();
  await started.stop();
});

const as = (role: Role, reach: Partial<Grant> = {}): Actor => ({
  ...{ accountId: organisationId, organisationId, email: "", name: role, locale: null },
  grants: [{ role, administrationIds: [], unitIds: [], ...reach }],
});
const find = (query = "") => readPortfolioSearch(new URLSearchParams(query), loadDay).search;
const cut = { sort: "name", order: "asc", limit: 500, cursor: null } as const;
const mapOf = async (actor: Actor, query = "") =>
  JSON.parse(await getMapData(open.db, actor, find(query), null)) as MapPoints;

describe("the read model", () => {
  test("says of every building on every day what the register says, summed by hand", async () => {
    for (const day of ["2017-03-01", "2020-12-31", "2023-07-15", loadDay]) {
      const [model] = await open.db.execute(sql`
        select sum(area_m2)::numeric(14, 2) as area, sum(let_m2)::numeric(14, 2) as let, count(*)::int as buildings,
               sum(exterior_backlog_ore)::bigint as backlog, sum(unknown_leases)::int as unknown
          from portfolio_row where valid_from <= ${day}::date and valid_to > ${day}::date`);
      const at = (alias: string) =>
        sql.raw(
          `${alias}.valid_from <= '${day}' and (${alias}.valid_to is null or ${alias}.valid_to > '${day}')`,
        );
      const [register] = await open.db.execute(sql`
        select (select sum(v.held_area_m2) from building_version v where ${at("v")}) as area,
               (select sum(s.area_m2) from tenancy t join space s on s.id = t.space_id
                 where t.side = 'out' and ${at("t")}) as let,
               (select count(*)::int from building_version v where ${at("v")}) as buildings,
               (select sum(e.amount_ore)::bigint from backlog_estimate e join building_version v using (building_id)
                 where e.kind = 'exterior' and ${at("e")} and ${at("v")}) as backlog,
               (select count(distinct k.id)::int from contract k join tenancy t on t.contract_id = k.id
                 where k.kind = 'thirdPartyIn' and (k.known_from is null or k.known_from > ${day}::date)
                   and ${at("t")}) as unknown`);
      expect([day, register]).toEqual([day, model]);
    }
  });

  test("is the same after it is built anew", async () => {
    const digest = (db: typeof open.db) =>
      db.execute(sql`select count(*)::int as rows, md5(string_agg(d, '' order by d)) as digest
        from (select md5((to_jsonb(r) - 'changed_at')::text) as d from portfolio_row r) x`);
    const before = await digest(open.db);
    const after = await inTransaction(open.db, async (db) => {
      const rows = await db.execute<{ id: string }>(sql`select id from building order by id limit 700`);
      await refreshPortfolio(
        db,
        organisationId,
        rows.map((row) => row.id),
      );
      return digest(db);
    });
    expect([...after]).toEqual([...before]);
  });
});

describe("what the register refuses", () => {
  const refused = (statement: ReturnType<typeof sql>) =>
    inTransaction(open.db, async (db) => {
      await db.execute(statement);
      await db.execute(sql`set constraints all immediate`);
    }).then(
      () => "accepted",
      (error: Error) => (error.cause as { constraint_name?: string }).constraint_name,
    );

  test("a second tenancy of the same space at the same time", async () => {
    const twice = sql`insert into tenancy select gen_random_uuid(), organisation_id, contract_id, building_id, space_id,
      side, valid_from, valid_to from tenancy limit 1`;
    expect(await refused(twice)).toBe("tenancy_one_at_a_time");
  });

  test("a negative area, and spaces larger than their floor", async () => {
    expect(await refused(sql`update space set area_m2 = -1 where id = (select id from space limit 1)`)).toBe(
      "space_area_m2_check",
    );
    const larger = sql`update space set area_m2 = area_m2 + 100000 where id = (select id from space limit 1)`;
    expect(await refused(larger)).toBe("space_within_floor");
  });

  test("a building outside the municipality, unless someone says why", async () => {
    const one = sql`(select id from building where position_wgs84 is not null limit 1)`;
    const aarhus = sql`st_setsrid(st_makepoint(10.21, 56.16), 4326)`;
    const move = sql`update building set position_wgs84 = ${aarhus} where id = ${one}`;
    expect(await refused(move)).toBe("building_position_inside");
    const excused = sql`update building set position_wgs84 = ${aarhus}, position_excuse = 'Koloni' where id = ${one}`;
    expect(await refused(excused)).toBe("accepted");
  });

  test("two versions of a building at once", async () => {
    const twice = sql`insert into building_version (id, organisation_id, building_id, valid_from, valid_to, tenure,
      use_code, held_area_m2, source, method, recorded_on) select gen_random_uuid(), organisation_id, building_id,
      valid_from, valid_to, tenure, use_code, held_area_m2, source, method, recorded_on from building_version limit 1`;
    expect(await refused(twice)).toBe("building_version_one_at_a_time");
  });
});

describe("whoever asks sees their own part and no more", () => {
  test("an administration's user sees the same buildings in list, totals and map, all of them hers", async () => {
    const [{ id, code } = { id: "", code: "" }] = await open.db.execute<{ id: string; code: string }>(
      sql`select id, code from administration where code = 'SOF'`,
    );
    const own = as("administrationUser", { administrationIds: [id] });
    const list = await listBuildings(open.db, own, find(), cut);
    const totals = await summarisePortfolio(open.db, own, find());
    const map = await mapOf(own);
    const asked = await summarisePortfolio(open.db, as("administrator"), find(`administration=${code}`));
    expect(list.total).toBeGreaterThan(50);
    expect([totals.found, map.total, asked.found]).toEqual([list.total, list.total, list.total]);
  });

  test("protected units are on no planner's list, map, footprints or totals, and on the manager's", async () => {
    const [{ count } = { count: 0 }] = await open.db.execute<{ count: number }>(sql`
      select count(*)::int as count from portfolio_row
       where is_protected and valid_from <= ${loadDay}::date and valid_to > ${loadDay}::date`);
    expect(count).toBeGreaterThan(0);
    const seen = async (actor: Actor) => [
      (await listBuildings(open.db, actor, find(), cut)).total,
      (await summarisePortfolio(open.db, actor, find())).found,
      (await mapOf(actor)).total,
    ];
    const all = await seen(as("manager"));
    expect(await seen(as("planner"))).toEqual(all.map((total) => total - count));
    const [row] = await open.db.execute<{ id: string; lon: number; lat: number }>(
      sql`select building_id as id, lon, lat from portfolio_row_now where is_protected limit 1`,
    );
    const around = `bbox=${row!.lon - 1e-4},${row!.lat - 1e-4},${row!.lon + 1e-4},${row!.lat + 1e-4}`;
    expect(await getFootprints(open.db, as("manager"), find(around))).toContain(row!.id);
    expect(await getFootprints(open.db, as("planner"), find(around))).not.toContain(row!.id);
  });

  test("another organisation sees nothing, and a craftsman sees nothing", async () => {
    const stranger = { ...as("administrator"), organisationId: "01a1f640-bc00-7000-a7c2-000000000000" };
    for (const actor of [stranger, as("craftsman")]) {
      expect((await summarisePortfolio(open.db, actor, find())).found).toBe(0);
      expect((await listBuildings(open.db, actor, find(), cut)).total).toBe(0);
      expect((await mapOf(actor)).total).toBe(0);
    }
  });
});

describe("the map's data", () => {
  test("is the list's, column by column", async () => {
    const map = await mapOf(as("manager"), "tenure=leasedIn");
    const list = await listBuildings(open.db, as("manager"), find("tenure=leasedIn"), cut);
    expect(map.total).toBe(180);
    const byId = new Map(list.items.map((row) => [row.id, row]));
    for (const [index, id] of map.id.entries()) {
      const row = byId.get(id)!;
      expect([map.name![index], map.areaM2[index], map.leaseEndOn[index]]).toEqual([
        row.name,
        row.areaM2,
        row.leaseEndOn,
      ]);
      expect([map.lon[index], map.lat[index]]).toEqual(
        row.position!.map((degrees) => Math.round(degrees * 1e6) / 1e6),
      );
    }
  });

  test("is cells above the number that a map can draw singly: together they are what was found", async () => {
    const actor = as("manager");
    const search = find("tenure=owned");
    const [{ placed, area, backlog } = { placed: 0, area: 0, backlog: 0 }] = await open.db.execute<{
      placed: number;
      area: number;
      backlog: number;
    }>(sql`select count(*)::int as placed, sum(area_m2)::float8 as area, sum(exterior_backlog_ore)::float8 as backlog
             from portfolio_row_now where tenure = 'owned' and lon is not null`);
    const ask = async (viewport: Bbox | null, most: number) =>
      JSON.parse(await getMapData(open.db, actor, search, viewport, most)) as MapData;
    const cells = (await ask(null, placed - 1)) as MapCells;
    const total = (column: number[]) => column.reduce((sum, one) => sum + one, 0);
    expect([cells.kind, cells.total, total(cells.count)]).toEqual(["cells", placed, placed]);
    expect(total(cells.exteriorBacklogOre)).toBe(backlog);
    expect(Math.abs(total(cells.areaM2) - area)).toBeLessThan(cells.count.length);
    expect(cells.count.length).toBeLessThan(placed / 2);
    expect((await ask(null, placed)).kind).toBe("points");
  });

  test("is of the viewport alone where there are many: few there are points, and no cell lies outside", async () => {
    const ask = async (viewport: Bbox) =>
      JSON.parse(await getMapData(open.db, as("manager"), find(), viewport, 400)) as MapData;
    const near: Bbox = [12.546, 55.694, 12.552, 55.698];
    const points = await ask(near);
    const boxed = await listBuildings(open.db, as("manager"), find(`bbox=${near.join()}`), cut);
    expect([points.kind, points.total]).toEqual(["points", boxed.total]);
    const wide: Bbox = [12.5, 55.65, 12.6, 55.7];
    const cells = await ask(wide);
    expect(cells.kind).toBe("cells");
    expect(cells.total).toBe(
      (await summarisePortfolio(open.db, as("manager"), find(`bbox=${wide.join()}`))).found,
    );
    for (const [index, lon] of cells.lon.entries())
      expect(bboxContains(wide, [lon, cells.lat[index]!])).toBe(true);
  });

  test("a drawn outline finds exactly the buildings inside it", async () => {
    const ring = "12.50,55.65;12.56,55.65;12.56,55.68;12.50,55.68";
    const inside = await listBuildings(open.db, as("manager"), find(`ring=${ring}`), cut);
    const boxed = await listBuildings(open.db, as("manager"), find("bbox=12.50,55.65,12.56,55.68"), cut);
    expect(inside.total).toBe(boxed.total);
    expect(inside.total).toBeGreaterThan(10);
  });
});
