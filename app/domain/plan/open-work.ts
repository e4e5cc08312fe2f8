import { yearlyDamage, type WaitingRates } from "../backlog/cost-of-waiting.ts";
import { probabilityOf, riskOf, type Grade } from "../backlog/priority-matrix.ts";
import { assumed, type Assumptions } from "../condition/assumption.ts";
import type { Id } from "../id.ts";
import type { Condition } from "../portfolio-row.ts";
import type { PlanWork } from "./plan-problem.ts";

/** A work that waits to be planned, as its lines of today's backlog have it. Money in øre of today. */
export interface OpenWork {
  id: Id;
  buildingId: Id;
  /** Code of the administration that uses most of the building; null where nobody does. */
  administration: string | null;
  earmark: string | null;
  costOre: number;
  /** The worst of its lines. */
  condition: Condition;
  /** The greatest of its elements, or what a report raised it to. */
  consequence: Grade;
  /** An authority demands it, or life is at stake, and what it mends is poor: it goes before all ranking. */
  isDemanded: boolean;
  /** The year it is ordered for; it keeps it. */
  orderedYear: number | null;
}

/** What a plan is reckoned with, as it stood the day it was reckoned; kept with the plan. */
export interface PlanRates {
  growth4: number;
  growth5: number;
  growth6: number;
  damageChance4: number;
  damageChance5: number;
  damageChance6: number;
  discountRate: number;
  siteSetupOre: number;
  replacementOrePerM2: number;
}

const rateKeys = [
  ...["growth4", "growth5", "growth6", "damageChance4", "damageChance5", "damageChance6"],
  ...["discountRate", "siteSetupOre", "replacementOrePerM2"],
] as (keyof PlanRates)[];

/** @example planRatesOf({}).siteSetupOre // 150_000_00 */
export const planRatesOf = (assumptions: Assumptions): PlanRates =>
  Object.fromEntries(rateKeys.map((key) => [key, assumed(assumptions, key)])) as unknown as PlanRates;

/** The rates of waiting among them. */
export function waitingRatesOf(rates: PlanRates): WaitingRates {
  const { growth4, growth5, growth6, damageChance4, damageChance5, damageChance6 } = rates;
  const by = (four: number, five: number, six: number) => (condition: Condition) =>
    condition >= 6 ? six : condition === 5 ? five : condition === 4 ? four : 0;
  return {
    growth: by(growth4, growth5, growth6),
    damageChance: by(damageChance4, damageChance5, damageChance6),
    discount: rates.discountRate,
  };
}

/** Consequence × probability of a work, 1 to 25. */
export const riskOfWork = ({ consequence, condition }: Pick<OpenWork, "consequence" | "condition">): number =>
  riskOf(consequence, probabilityOf(condition));

/** From here on a risk is red in the matrix. */
export const redRisk = 15;

/**
 * An open work as the planning sees it. It draws on the purse it is meant for where the plan has one, else on its
 * administration's where the plan has that. @example asPlanWork(work, rates, new Set(["energy"]))
 */
export function asPlanWork(work: OpenWork, rates: WaitingRates, purses: ReadonlySet<string>): PlanWork {
  const { id, buildingId, costOre, condition } = work;
  const own = [work.earmark, work.administration].find((name) => name !== null && purses.has(name));
  return {
    ...{ id, buildingId, costOre, growth: rates.growth(condition), earmark: own ?? null },
    yearlyDamageOre: yearlyDamage(work, rates),
  };
}
