import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
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
  const filter = portfolioFilter(actor, search);
  const counted: Tenure[] = search.tenure.length > 0 ? search.tenure : ["owned"];
  const since = changedSince?.toISOString() ?? null;
  const grouped = db.execute<Group & Record<string, unknown>>(sql`
    select r.tenure, r.condition, count(*)::int as buildings, sum(r.area_m2) as "areaM2", sum(r.let_m2) as "letM2",
           sum(r.digitised_m2) as "digitisedM2", sum(r.unknown_leases)::int as "unknownLeases",
           sum(r.exterior_backlog_ore)::bigint as "exteriorBacklogOre",
           sum(r.whole_renovation_ore)::bigint as "wholeRenovationOre",
           extract(year from min(r.surveyed_on))::int as "oldestSurveyYear",
           count(*) filter (where r.changed_at > ${since}::timestamptz)::int as "changedSince"
      from portfolio_row r where ${filter} group by r.tenure, r.condition`);
  const counting = db.execute<{ addresses: number }>(sql`
    select count(*)::int as addresses from (
      select 1 from portfolio_row r where ${filter} and r.tenure = any (${sql.param(counted)}::text[])
       group by r.address_id) a`);
  const [groups, [addresses]] = await Promise.all([grouped, counting]);
  return totalsOf(groups, addresses?.addresses ?? 0, counted);
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
