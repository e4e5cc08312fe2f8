import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type OpenDatabase } from "#db/client.server.ts";
import { loadDemo } from "#db/demo/load-demo.ts";
import { addYears, yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { startDemoDatabase, type StartedDatabase } from "../helpers/demo-database.ts";
import { loadDay } from "../helpers/demo-template.ts";

/* The demo as whoever starts it today has it, with all that lies on the portfolio: none of that may move a total. */

let started: StartedDatabase;
let database: OpenDatabase;

beforeAll(async () => {
  started = await startDemoDatabase();
  database = openDatabase(started.address, { poolSize: 2 });
});

afterAll(async () => {
  await database.close();
  await started.stop();
});

/** The one row of a statement. */
async function row<T extends Record<string, unknown>>(statement: SQL): Promise<T> {
  const [first] = await database.db.execute(statement);
  return first as T;
}

/** Whether a row of an alias is in force on a day. */
const inForce = (alias: string, on: Day = loadDay): SQL => {
  const table = sql.identifier(alias);
  return sql`${table}.valid_from <= ${on}::date and (${table}.valid_to is null or ${table}.valid_to > ${on}::date)`;
};

const held = (tenure: string, on: Day = loadDay) =>
  row<{ buildings: number; addresses: number; areaM2: number }>(sql`
    select count(*)::int as buildings, count(distinct b.address_id)::int as addresses,
           coalesce(sum(v.held_area_m2), 0)::float8 as "areaM2"
      from building_version v join building b on b.id = v.building_id
     where v.tenure = ${tenure} and ${inForce("v", on)}`);

/** m² let out, by the tenure of the building; digitised: with a room use and somebody in it. */
const letM2 = (tenure: SQL, on: Day = loadDay) =>
  row<{ letM2: number; digitisedM2: number }>(sql`
    select coalesce(sum(s.area_m2), 0)::float8 as "letM2",
           coalesce(sum(s.area_m2) filter (where s.room_use is not null and exists (
             select 1 from occupation o where o.space_id = s.id and ${inForce("o", on)})), 0)::float8 as "digitisedM2"
      from tenancy t join space s on s.id = t.space_id
      join building_version v on v.building_id = t.building_id and ${inForce("v", on)}
     where t.side = 'out' and ${inForce("t", on)} and ${inForce("s", on)} and ${tenure}`);

describe("On its load day the demo portfolio has the report's", () => {
  test("2,000 buildings of the city's own on 800 addresses with 2.2 m m²", async () => {
    expect(await held("owned")).toEqual({ buildings: 2_000, addresses: 800, areaM2: 2_200_000 });
  });

  test("0.3 m m² of premises rented from others, none of them on the city's own addresses", async () => {
    expect((await held("leasedIn")).areaM2).toBe(300_000);
    const shared = await row(sql`
      select count(*)::int as addresses from building a join building_version va on va.building_id = a.id and va.tenure = 'owned'
        join building b on b.address_id = a.address_id join building_version vb on vb.building_id = b.id and vb.tenure <> 'owned'`);
    expect(shared).toEqual({ addresses: 0 });
  });

  test("2.5 m m² in the portfolio, and about 450,000 m² outside it", async () => {
    const [owned, leasedIn, outside] = await Promise.all(
      ["owned", "leasedIn", "outside"].map((one) => held(one)),
    );
    expect(owned!.areaM2 + leasedIn!.areaM2).toBe(2_500_000);
    expect(outside!.areaM2).toBe(450_000);
  });

  test("142 leases that KEjd does not know, with 60,000 m² of what is outside", async () => {
    const unknown = await row(sql`
      select count(distinct k.id)::int as leases, sum(s.area_m2)::float8 as "areaM2",
             array_agg(distinct v.tenure) as tenures, count(distinct k.administration_id) > 1 as "manyRunThem"
        from contract k join tenancy t on t.contract_id = k.id join space s on s.id = t.space_id
        join building_version v on v.building_id = t.building_id and ${inForce("v")}
       where k.kind = 'thirdPartyIn' and k.known_from is null and ${inForce("k")} and ${inForce("t")} and ${inForce("s")}`);
    expect(unknown).toEqual({ leases: 142, areaM2: 60_000, tenures: ["outside"], manyRunThem: true });
  });

  test("98 % of its area let, all that is rented from others included", async () => {
    expect((await letM2(sql`v.tenure = 'owned'`)).letM2).toBe(2_150_000);
    expect((await letM2(sql`v.tenure = 'leasedIn'`)).letM2).toBe(300_000);
    expect((await letM2(sql`v.tenure = 'outside'`)).letM2).toBe(0);
  });

  test("670,000 m² digitised, which is 26.8 %", async () => {
    const { digitisedM2 } = await letM2(sql`v.tenure in ('owned', 'leasedIn')`);
    expect(digitisedM2).toBe(670_000);
    expect((100 * digitisedM2) / 2_500_000).toBeCloseTo(26.8, 10);
  });

  test("2.54 bn kr of exterior backlog within 7.5 bn kr of renovation, on the city's own buildings alone", async () => {
    const kinds = await database.db.execute<{ kind: string; ore: number }>(sql`
      select e.kind, sum(e.amount_ore)::bigint as ore from backlog_estimate e where ${inForce("e")} group by 1 order by 1`);
    expect(Object.fromEntries(kinds.map(({ kind, ore }) => [kind, Number(ore)]))).toEqual({
      exterior: 254_000_000_000,
      interior: 126_000_000_000,
      modernisation: 200_000_000_000,
      tenYearNeed: 170_000_000_000,
    });
    const others = await row(sql`
      select count(*)::int as estimates from backlog_estimate e
        join building_version v on v.building_id = e.building_id and v.tenure <> 'owned'`);
    expect(others).toEqual({ estimates: 0 });
  });

  test("234.9 m kr of maintenance carried out in the calendar year before", async () => {
    const lastYear = await row<{ ore: number }>(sql`
      select sum(amount_ore)::bigint as ore from maintenance_entry where extract(year from booked_on) = ${yearOf(loadDay) - 1}`);
    expect(Number(lastYear.ore)).toBe(23_490_000_000);
  });

  test("a survey of every building of the city's own, the oldest of them from 2006", async () => {
    const surveys = await row(sql`
      select extract(year from min(s.latest))::int as "oldestLatest", extract(year from min(s.first))::int as oldest,
             count(*)::int as buildings
        from (select building_id, max(surveyed_on) as latest, min(surveyed_on) as first from survey group by 1) s
        join building_version v on v.building_id = s.building_id and v.tenure = 'owned' and ${inForce("v")}`);
    expect(surveys).toEqual({ oldestLatest: 2006, oldest: 2006, buildings: 2_000 });
  });

  test("figures that are not its own data, each citing the report", async () => {
    const figures = await database.db.execute<{
      key: string;
      value: number;
      to: number | null;
      source: string;
    }>(sql`select key, value::float8, value_to::float8 as "to", source from reference_figure`);
    const valueOf = (key: string) =>
      figures.filter((one) => one.key === key).map(({ value, to }) => [value, to])[0];
    expect(valueOf("fm-spend-yearly")).toEqual([1_400_000_000, null]);
    expect(valueOf("fm-saving-potential")).toEqual([42_000_000, 70_000_000]);
    expect(valueOf("mature-fm-tasks")).toEqual([700_000_000, null]);
    expect(valueOf("fm-resources-decentral")).toEqual([94, null]);
    expect(valueOf("satisfied-acute-repair")).toEqual([34, null]);
    expect(valueOf("dissatisfied-exterior-upkeep")).toEqual([64, null]);
    expect(valueOf("dissatisfied-rent-collection")).toEqual([23, null]);
    expect(valueOf("daycare-construction-before")).toEqual([33, 53]);
    expect(valueOf("daycare-construction-after")).toEqual([30, null]);
    expect(valueOf("payback-required")).toEqual([6, null]);
    expect(valueOf("building-life")).toEqual([100, null]);
    expect(
      figures.filter(({ source }) => !source.startsWith("Rapport om tværgående enheder, juni 2013")),
    ).toEqual([]);
  });
});

describe("The past of the demo portfolio", () => {
  const fiveYearsAgo = addYears(loadDay, -5);

  test("differs from today: fewer m², less backlog, little digitised, leases not yet taken over", async () => {
    expect((await held("owned", fiveYearsAgo)).areaM2).not.toBe(2_200_000);
    expect((await held("leasedIn", fiveYearsAgo)).areaM2).toBeLessThan(300_000);
    const { digitisedM2 } = await letM2(sql`v.tenure in ('owned', 'leasedIn')`, fiveYearsAgo);
    expect(digitisedM2).toBeGreaterThan(0);
    expect(digitisedM2).toBeLessThan(670_000);
    const backlog = await row<{ ore: number }>(sql`
      select sum(e.amount_ore)::float8 as ore from backlog_estimate e
       where e.kind = 'exterior' and ${inForce("e", fiveYearsAgo)}`);
    expect(backlog.ore).toBeGreaterThan(254_000_000_000 / 1.06 ** 6);
    expect(backlog.ore).toBeLessThan(254_000_000_000 / 1.03 ** 3);
  });

  test.each([addYears(loadDay, -9), fiveYearsAgo, addYears(loadDay, -2)])(
    "holds together on %s: nothing let twice or beyond its area",
    async (on) => {
      const overfull = await row(sql`
      select count(*)::int as buildings from (
        select v.building_id, v.held_area_m2, sum(s.area_m2) as let_m2
          from building_version v
          join tenancy t on t.building_id = v.building_id and t.side = 'out' and ${inForce("t", on)}
          join space s on s.id = t.space_id where ${inForce("v", on)} group by 1, 2) x
       where x.let_m2 > x.held_area_m2`);
      expect(overfull).toEqual({ buildings: 0 });
      const spaces = await row<{ spacesM2: number; heldM2: number }>(sql`
      select (select sum(s.area_m2) from space s where ${inForce("s", on)})::float8 as "spacesM2",
             (select sum(v.held_area_m2) from building_version v where ${inForce("v", on)})::float8 as "heldM2"`);
      expect(spaces.spacesM2).toBe(spaces.heldM2);
      const gone = await row(sql`
      select count(*)::int as tenancies from tenancy t join space s on s.id = t.space_id join contract k on k.id = t.contract_id
       where ${inForce("t", on)} and not (${inForce("s", on)} and ${inForce("k", on)})`);
      expect(gone).toEqual({ tenancies: 0 });
    },
  );

  test("is as short as the read model needs: a dozen turns a building at most, on average", async () => {
    const turns = await row<{ average: number }>(sql`
      select count(*)::float8 / count(distinct building_id) as average from portfolio_row`);
    expect(turns.average).toBeGreaterThan(3);
    expect(turns.average).toBeLessThan(12);
  });
});

describe("Loading the demo", () => {
  test("fills the read model with the same totals", async () => {
    const totals = await row(sql`
      select sum(area_m2) filter (where tenure <> 'outside') as area, sum(let_m2) as let, sum(digitised_m2) as digitised,
             sum(unknown_leases)::int as unknown
        from portfolio_row where valid_from <= ${loadDay}::date and valid_to > ${loadDay}::date`);
    expect(totals).toEqual({ area: 2_500_000, let: 2_450_000, digitised: 670_000, unknown: 142 });
  });

  test("happens once", async () => {
    const { id } = await row<{ id: Id }>(sql`select id from organisation`);
    expect(await loadDemo(database.db, { loadDay, seed: 7 })).toBe(id);
    expect(await row(sql`select count(*)::int as organisations from organisation`)).toEqual({
      organisations: 1,
    });
  });
});
