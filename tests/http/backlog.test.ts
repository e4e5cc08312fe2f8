import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { loadDay } from "../helpers/demo-template.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();

interface Sums {
  buildings: number;
  ownedM2: number;
  ore: Record<"exterior" | "interior" | "tenYearNeed" | "modernisation" | "whole", number>;
  onOldSurveysOre: number;
  unopenedOre: number;
  uncertaintyOre: { together: number; apart: number };
  oldestSurveyYear: number | null;
}

interface Answer {
  asOf: string;
  scope: Record<string, string>;
  groupBy: string;
  totals: Sums & { maintenanceLastYearOre: number };
  fci: { variant: string; deferredOre: number; replacementOre: number; index: number; band: string }[];
  condition: Record<"observed" | "estimated", { shares: Record<string, number> }> & { elements: number };
  items: (Sums & { key: string | null; nameDa: string | null })[];
  total: number;
}

const ask = async (query: string, account = "manager"): Promise<Answer> => {
  const answer = await site.get(`/api/v1/backlog?${query}`, await site.signIn(account));
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};

test("the backlog is the report's, to the øre, with its scope and its day", async () => {
  const { asOf, scope, groupBy, totals, fci } = await ask("groupBy=administration");
  expect({ asOf, scope, groupBy }).toEqual({ asOf: loadDay, scope: {}, groupBy: "administration" });
  expect(totals.ore).toEqual({
    exterior: 254_000_000_000,
    interior: 126_000_000_000,
    tenYearNeed: 170_000_000_000,
    modernisation: 200_000_000_000,
    whole: 750_000_000_000,
  });
  expect(totals).toMatchObject({
    maintenanceLastYearOre: 23_490_000_000,
    oldestSurveyYear: 2006,
    ownedM2: 2_200_000,
    unopenedOre: 0,
  });
  const whole = fci.find(({ variant }) => variant === "whole")!;
  expect(whole).toMatchObject({
    deferredOre: 380_000_000_000,
    replacementOre: 4_840_000_000_000,
    band: "fair",
  });
  expect(whole.index).toBeCloseTo(380 / 4_840, 9);
  expect(fci.find(({ variant }) => variant === "envelope")!.deferredOre).toBe(254_000_000_000);
});

test.each(["administration", "district", "use", "property", "elementType", "building"])(
  "set out by %s, the parts are the whole",
  async (groupBy) => {
    const first = await ask(`groupBy=${groupBy}&limit=1000`);
    const rest = first.total > 1000 ? await ask(`groupBy=${groupBy}&limit=1000&offset=1000`) : null;
    const last = first.total > 2000 ? await ask(`groupBy=${groupBy}&limit=1000&offset=2000`) : null;
    const items = [first, rest, last].flatMap((page) => page?.items ?? []);
    expect(items.length).toBe(first.total);
    const sum = (of: (item: Sums) => number) => items.reduce((all, item) => all + of(item), 0);
    for (const kind of ["exterior", "interior", "tenYearNeed", "modernisation", "whole"] as const)
      expect([kind, sum(({ ore }) => ore[kind])]).toEqual([kind, first.totals.ore[kind]]);
    expect(sum(({ onOldSurveysOre }) => onOldSurveysOre)).toBe(first.totals.onOldSurveysOre);
  },
);

test("what rests on old surveys and how far it may be off are shares of the backlog", async () => {
  const { totals } = await ask("groupBy=use");
  const backlog = totals.ore.exterior + totals.ore.interior;
  expect(totals.onOldSurveysOre).toBeGreaterThan(0);
  expect(totals.onOldSurveysOre).toBeLessThan(backlog);
  expect(totals.uncertaintyOre.together).toBeGreaterThan(0.15 * backlog);
  expect(totals.uncertaintyOre.together).toBeLessThan((0.15 + 0.03 * 21) * backlog);
  expect(totals.uncertaintyOre.apart).toBeLessThan(totals.uncertaintyOre.together);
});

test("a scope's backlog is the same here as in the summary of the portfolio, and less for whoever sees less", async () => {
  const cookie = await site.signIn("manager");
  for (const filter of ["administration=BUF", "district=3", "use=school,daycare", "condition=5,6"]) {
    const { totals, scope } = await ask(filter);
    const summary = (await (await site.get(`/api/v1/summary?${filter}`, cookie)).json()) as {
      ore: { exteriorBacklog: number; wholeRenovation: number };
    };
    expect([totals.ore.exterior, totals.ore.whole]).toEqual([
      summary.ore.exteriorBacklog,
      summary.ore.wholeRenovation,
    ]);
    expect(Object.keys(scope)).toEqual([filter.split("=")[0]]);
  }
  const leader = await ask("groupBy=building", "leader");
  expect(leader.totals.buildings).toBeGreaterThan(0);
  expect(leader.totals.buildings).toBeLessThan(20);
});

test("a day of the past has that day's backlog, also where no line opens it", async () => {
  const { totals, asOf } = await ask("on=2018-06-01&groupBy=elementType");
  const [row] = await site.db.execute<{ ore: number }>(sql`
    select sum(exterior_backlog_ore)::float8 as ore from portfolio_row
     where valid_from <= '2018-06-01' and valid_to > '2018-06-01' and tenure <> 'outside'`);
  expect([asOf, totals.ore.exterior]).toEqual(["2018-06-01", row!.ore]);
  expect(totals.unopenedOre).toBeGreaterThan(0);
});

test("an unknown grouping, order or filter is refused by name", async () => {
  const cookie = await site.signIn("manager");
  for (const [query, field] of [
    ["groupBy=colour", "groupBy"],
    ["sort=beauty", "sort"],
    ["limit=0", "limit"],
    ["adminstration=BUF", "adminstration"],
    ["on=2023-02-29", "on"],
  ]) {
    const answer = await site.get(`/api/v1/backlog?${query}`, cookie);
    expect([query, answer.status]).toEqual([query, 400]);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ errors: [{ field }] });
  }
});

test("the lines of a building add up to its figures, which its condition tells as well", async () => {
  const cookie = await site.signIn("manager");
  const [row] = await site.db.execute<{ id: string; exterior: number; whole: number }>(sql`
    select building_id as id, exterior_backlog_ore::float8 as exterior, whole_renovation_ore::float8 as whole
      from portfolio_row where valid_to = 'infinity' and tenure = 'owned' and exterior_backlog_ore > 0
     order by exterior_backlog_ore desc limit 1`);
  const answer = await site.get(`/api/v1/buildings/${row!.id}/condition`, cookie);
  const told = (await answer.json()) as {
    ore: Record<string, number>;
    observed: { condition: number; shares: Record<string, number> };
    items: { lines: { kind: string; amountOre: number }[] }[];
  };
  expect(told.ore.exterior).toBe(row!.exterior);
  const lines = told.items.flatMap((item) => item.lines);
  for (const kind of ["exterior", "interior", "tenYearNeed", "modernisation"])
    expect(lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.amountOre, 0)).toBe(
      told.ore[kind],
    );
  expect(Object.values(told.observed.shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  const page = await site.get(`/backlog/lines?ids=${row!.id}&kind=exterior`, cookie);
  expect(page.status).toBe(200);
  const file = await site.get("/backlog/export?groupBy=district", cookie);
  expect((await file.text()).trim().split("\r\n").length).toBe(11);
});
