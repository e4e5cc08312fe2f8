import type { Db } from "#db/client.server.ts";
import type { RiskCell } from "#db/queries/backlog/sum-risk-cells.ts";
import { sumMaintenance } from "#db/queries/sum-maintenance.ts";
import type { Actor } from "#domain/actor.ts";
import { waitingCurve, waitingRatesOf } from "#domain/backlog/waiting-curve.ts";
import { assumed, type Assumptions } from "#domain/condition/assumption.ts";
import { yearOf } from "#domain/day.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";

const yearsAhead = 10;
const mostMillions = 100_000;
const ORE_IN_MILLION_KR = 100_000_000;

/** What waiting is reckoned with, shown beside its curves. */
const waitingKeys = [
  "growth4",
  "growth5",
  "growth6",
  "damageChance4",
  "damageChance5",
  "damageChance6",
  "discountRate",
] as const;

/** Reads a yearly budget typed in millions of kroner; null where there is none, or none that can be read.
 *  @example readBudgetOre(new URLSearchParams("budget=300,5")) // 30_050_000_000 */
export function readBudgetOre(params: URLSearchParams): number | null {
  const text = (params.get("budget") ?? "").trim().replace(",", ".");
  const millions = text === "" ? NaN : Number(text);
  if (!(millions >= 0 && millions <= mostMillions)) return null;
  return Math.round(millions * ORE_IN_MILLION_KR);
}

/**
 * How what lies in some cells moves over the years ahead: if nothing is done, if as much is done as the ledger of last
 * calendar year holds for the same buildings (left out of a single work's), and under a budget that was typed.
 */
export async function loadWaiting(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  assumptions: Assumptions,
  cells: readonly RiskCell[],
  budgetOre: number | null,
  isOneWork = false,
) {
  const rates = waitingRatesOf(assumptions);
  const classes = cells.map(({ amountOre, condition, consequence }) => ({
    ...{ costOre: amountOre, condition, consequence },
  }));
  const curve = (budget: number) =>
    waitingCurve(classes, yearsAhead, budget, rates).map(({ year, ...ore }) => ({
      year,
      leftOre: Math.round(ore.leftOre),
      damageOre: Math.round(ore.damageOre),
      waitingOre: Math.round(ore.waitingOre),
    }));
  const ledgerYear = yearOf(search.on) - 1;
  const ledgerOre = isOneWork ? 0 : await sumMaintenance(db, actor, search, ledgerYear);
  return {
    ...{ ledgerYear, ledgerOre, budgetOre, firstYear: yearOf(search.on) },
    nothing: curve(0),
    asToday: ledgerOre > 0 ? curve(ledgerOre) : null,
    budgeted: budgetOre === null ? null : curve(budgetOre),
    rates: waitingKeys.map((key) => ({ key, value: assumed(assumptions, key) })),
  };
}

export type Waiting = Awaited<ReturnType<typeof loadWaiting>>;
