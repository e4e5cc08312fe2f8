import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Condition, PortfolioTotals, Tenure } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { portfolioFilter } from "./portfolio-filter.ts";

interface Group {
  tenure: Tenure;
  condition: Condition | null;
  buildings: number;
  areaM2: number;
  letM2: number;
  digitisedM2: number;
  unknownLeases: number;
  exteriorBacklogOre: number;
  wholeRenovationOre: number;
  oldestSurveyYear: number | null;
  changedSince: number;
  /** Of all groups together, the same on every row. */
  addresses: number;
}

/**
 * The sums over exactly the buildings that a search finds. Buildings and addresses count the city's own, or the tenures
 * that the search names; let, digitised and backlog speak of the portfolio (owned and leased in), never of what lies
 * outside. `changedSince` counts buildings changed after an instant.
 */
export async function summarisePortfolio(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  changedSince: Date | null = null,
): Promise<PortfolioTotals> {
  const counted: Tenure[] = search.tenure.length > 0 ? search.tenure : ["owned"];
  const since = changedSince?.toISOString() ?? null;
  const once = isReadFromRows(actor, search) ? sql`materialized` : sql`not materialized`;
  const groups = await db.execute<Group & Record<string, unknown>>(sql`
    with found as ${once} (
      select r.tenure, r.condition, r.area_m2, r.let_m2, r.digitised_m2, r.unknown_leases, r.exterior_backlog_ore,
             r.whole_renovation_ore, r.surveyed_on, r.changed_at, r.address_id
        from portfolio_row r where ${portfolioFilter(actor, search)}
    )
    select f.tenure, f.condition, count(*)::int as buildings, sum(f.area_m2) as "areaM2", sum(f.let_m2) as "letM2",
           sum(f.digitised_m2) as "digitisedM2", sum(f.unknown_leases)::int as "unknownLeases",
           sum(f.exterior_backlog_ore)::bigint as "exteriorBacklogOre",
           sum(f.whole_renovation_ore)::bigint as "wholeRenovationOre",
           extract(year from min(f.surveyed_on))::int as "oldestSurveyYear",
           count(*) filter (where f.changed_at > ${since}::timestamptz)::int as "changedSince",
           (select count(*)::int from (select 1 from found where tenure = any (${sql.param(counted)}::text[])
             group by address_id) a) as addresses
      from found f group by f.tenure, f.condition`);
  return totalsOf(groups, groups[0]?.addresses ?? 0, counted);
}

/** What the totals can be asked by without reading a row: the index holds it. */
const inIndex: readonly (keyof PortfolioSearch)[] = [
  "on",
  "tenure",
  "condition",
  "areaFrom",
  "areaTo",
  "digitised",
];

/** Whether rows themselves must be read to tell who is found; then it pays to keep what was found and read it once. */
function isReadFromRows(actor: Actor, search: PortfolioSearch): boolean {
  const isAsked = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
  const keys = Object.keys(search) as (keyof PortfolioSearch)[];
  return (
    !scopeOf(actor, "register", "read").all ||
    keys.some((key) => !inIndex.includes(key) && isAsked(search[key]))
  );
}

const hundredths = (m2: number): number => Math.round(m2 * 100) / 100;

function totalsOf(groups: Group[], addresses: number, counted: Tenure[]): PortfolioTotals {
  const held = groups.filter((group) => group.tenure !== "outside");
  const sum = (among: Group[], figure: (group: Group) => number) =>
    among.reduce((total, group) => total + figure(group), 0);
  const areaOf = (tenure: Tenure) =>
    hundredths(
      sum(
        groups.filter((group) => group.tenure === tenure),
        (group) => group.areaM2,
      ),
    );
  const years = held.map((group) => group.oldestSurveyYear).filter((year) => year !== null);
  return {
    found: sum(groups, (group) => group.buildings),
    buildings: sum(
      groups.filter((group) => counted.includes(group.tenure)),
      (group) => group.buildings,
    ),
    addresses,
    areaM2: {
      owned: areaOf("owned"),
      leasedIn: areaOf("leasedIn"),
      total: hundredths(sum(held, (group) => group.areaM2)),
      outside: areaOf("outside"),
      digitised: hundredths(sum(held, (group) => group.digitisedM2)),
      let: hundredths(sum(held, (group) => group.letM2)),
    },
    unknownLeases: sum(groups, (group) => group.unknownLeases),
    exteriorBacklogOre: sum(held, (group) => group.exteriorBacklogOre),
    wholeRenovationOre: sum(held, (group) => group.wholeRenovationOre),
    byCondition: ([1, 2, 3, 4, 5, 6, null] as const).map((condition) => {
      const among = held.filter((group) => group.condition === condition);
      return {
        condition,
        buildings: sum(among, (group) => group.buildings),
        areaM2: hundredths(sum(among, (group) => group.areaM2)),
      };
    }),
    oldestSurveyYear: years.length > 0 ? Math.min(...years) : null,
    changedSince: sum(groups, (group) => group.changedSince),
  };
}
