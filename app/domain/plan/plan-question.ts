import type { Id } from "../id.ts";
import type { Condition } from "../portfolio-row.ts";
import type { OpenWork, PlanRates } from "./open-work.ts";
import type { PlanYear } from "./plan-problem.ts";

/** An element that a work mends: the condition it was seen in and what replacing all of it would cost, øre. */
export interface MendedElement {
  workId: Id;
  elementId: Id;
  condition: Condition;
  valueOre: number;
  shareToRepair: number;
}

/** All that a plan is reckoned from: read once from the database, so that the reckoning itself needs none. */
export interface PlanQuestion {
  firstYear: number;
  years: readonly PlanYear[];
  works: readonly OpenWork[];
  elements: readonly MendedElement[];
  /** Replacement value of all elements by the condition they were seen in, øre, from 1 to 6. */
  valueByCondition: readonly number[];
  /** What the buildings would cost to build anew, øre: the denominator of the facility condition index. */
  replacementOre: number;
  rates: PlanRates;
  /** What people have decided, by work id: a year of the calendar, or null for "not in this plan". */
  choices: Readonly<Record<Id, number | null>>;
}

/** A plan's years as figures. Money in øre of today's price level; what waits has grown dearer by its years of waiting. */
export interface PlanYearFigures {
  year: number;
  budgetOre: number;
  worksOre: number;
  setupOre: number;
  spentOre: number;
  leftOre: number;
  works: number;
  buildings: number;
  /** At the end of the year. */
  end: PlanState;
  /** What the year spends, by code of the administration that uses the building ("" where nobody does). */
  byAdministration: Record<string, number>;
}

/** How things stand at one moment: what waits, and what that means. */
export interface PlanState {
  backlogOre: number;
  worksLeft: number;
  /** Backlog over the cost of building anew. */
  fci: number | null;
  /** Share of the elements' replacement value in condition 1 to 6. */
  conditions: number[];
  /** Consequential damage to be expected of a year like this, øre. */
  damageOre: number;
  /** Works left whose risk is red. */
  redWorks: number;
}

/** What doing the same works one by one, blind to shared sites, comes to under the same budgets. */
export interface Piecemeal {
  totalOre: number;
  works: number;
  worksOre: number;
  setupOre: number;
}

export interface PlacedWork {
  workId: Id;
  buildingId: Id;
  /** Of the calendar; null is not within the plan. */
  year: number | null;
  todayOre: number;
  /** What it takes of its year's budget; for what is left out, what it costs when the plan ends. */
  costOre: number;
  condition: Condition;
  consequence: number;
  /** Its building's package of that year, the most saving of the year first, and what that saves for each krone. */
  packageRank: number | null;
  packageYield: number | null;
  isPinned: boolean;
}

export interface ReckonedPlan {
  works: PlacedWork[];
  result: PlanResult;
  /** All costs, discounted: works, sites, damage while waiting, what is left at the end. And what none can be below. */
  totalOre: number;
  boundOre: number;
}

export interface PlanResult {
  start: PlanState;
  years: PlanYearFigures[];
  /** What it costs to do nothing at all, discounted. */
  nothingOre: number;
  piecemeal: Piecemeal;
  /** Works that came before all ranking, each in the first year that could pay it. */
  demanded: Id[];
  /** Pins that their year could not pay, and demanded works that no year could. */
  unpaid: Id[];
  unplaced: Id[];
}
