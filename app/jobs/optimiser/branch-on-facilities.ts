import { bestPrices } from "#domain/facility-location/best-prices.ts";
import { coreModel, type Core } from "#domain/facility-location/core-model.ts";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";
import {
  holdsAll,
  narrowed,
  splitByCustomer,
  splitByFacility,
  wholePart,
  type Part,
} from "#domain/facility-location/part.ts";
import type { Priced } from "#domain/facility-location/price-customers.ts";

/** What a part cannot cost less than (Infinity: nothing in it is below `upper`), and whether nothing in it is left to find. */
export interface Settled {
  least: number;
  isWhole: boolean;
}

export interface FacilityBranches {
  /** What the best known solution costs; asked whenever it may have changed. */
  upper: () => number;
  /** Looks at what prices would open: a better solution may lie there. */
  look: (priced: Priced) => void;
  /** Asks the solver for a part, which is its last word where the part cannot be split. */
  settle: (core: Core, paid: number, isLast: boolean) => Promise<Settled>;
  /** The least whole amount that is no less, where every cost is whole. */
  rounded: (bound: number) => number;
  shouldStop: () => boolean;
  /** With so few pairs undecided, a part is the solver's. */
  solverPairs?: number;
}

/** Prices of a part begin where those of the whole of it ended, and need few steps. */
const roundsOfPart = 150;
const fewPairs = 80;
/** Costs of pairs that wait in memory; beyond it, a part is left as it is. */
const mostHeld = 30_000_000;

interface Waiting {
  part: Part;
  bound: number;
  prices: Float64Array;
}

/**
 * Looks through all choices of open facilities: the part with the lowest bound is priced anew, what is too dear in it is taken out, and it
 * is given to the solver where little is left, else split by whether the facility that prices know least about is open. Returns what no
 * solution costs less than.
 */
export async function branchOnFacilities(
  instance: FacilityInstance,
  first: Priced,
  branches: FacilityBranches,
): Promise<number> {
  const waiting: Waiting[] = [{ part: wholePart(instance), bound: first.bound, prices: first.prices }];
  let settled = Infinity;
  const { solverPairs = fewPairs } = branches;
  const isFull = () => waiting.length * instance.cost.length > mostHeld;
  const isGood = (bound: number) =>
    branches.rounded(bound) >= branches.upper() - 1e-9 * Math.abs(branches.upper());
  while (waiting.length > 0 && !branches.shouldStop()) {
    waiting.sort((a, b) => b.bound - a.bound);
    if (isGood(waiting.at(-1)!.bound)) break;
    const next = waiting.pop()!;
    const seen = price(next, branches);
    if (isGood(seen.bound)) continue;
    const core = coreModel(next.part.instance, seen.priced, branches.upper() - next.part.paid);
    let { bound } = seen;
    const halves = isFull() ? null : split(seen.part, seen.priced);
    if (core.pairs <= solverPairs || !halves) {
      const { least, isWhole } = await branches.settle(core, next.part.paid, halves === null);
      if (isWhole) continue;
      bound = Math.max(bound, least);
    }
    if (halves)
      for (const part of halves.filter(holdsAll)) waiting.push({ part, bound, prices: seen.priced.prices });
    else settled = Math.min(settled, bound);
  }
  const lowest = waiting.reduce((low, { bound }) => Math.min(low, bound), settled);
  return Math.min(branches.upper(), branches.rounded(lowest));
}

/** Prices of a part, and what is left of it. */
function price({ part, bound, prices }: Waiting, branches: FacilityBranches) {
  const priced = bestPrices(part.instance, {
    ...{ rounds: roundsOfPart, upper: branches.upper() - part.paid, start: prices },
    shouldStop: branches.shouldStop,
  });
  branches.look(priced);
  return {
    bound: Math.max(bound, priced.bound + part.paid),
    priced,
    part: narrowed(part, priced, branches.upper()),
  };
}

/** Splits by the free facility that it would cost least to open or close against the prices, or where none is free, by a customer. */
function split(part: Part, priced: Priced): [Part, Part] | null {
  let [best, least] = [-1, Infinity];
  for (let i = 0; i < part.decided.length; i += 1)
    if (part.decided[i] === 0 && Math.abs(priced.worth[i]!) < least)
      [best, least] = [i, Math.abs(priced.worth[i]!)];
  if (best < 0) return splitByLargest(part, priced);
  const [open, closed] = splitByFacility(part, best);
  return priced.opened[best] === 1 ? [open, closed] : [closed, open];
}

/** By the customer who is served too often or not at all and needs most room; from where she offers most above her cost. */
function splitByLargest(part: Part, { prices, excess, roomPrice }: Priced): [Part, Part] | null {
  const { customers, facilities, cost, demand } = part.instance;
  let [customer, facility, most] = [-1, -1, 1e-6];
  for (let j = 0; j < customers; j += 1) {
    const size = Math.abs(excess[j]!) * demand[j]!;
    if (size <= most) continue;
    let [best, offered, places] = [-1, -Infinity, 0];
    for (let i = 0; i < facilities; i += 1) {
      const each = prices[j]! - cost[i * customers + j]! - roomPrice[i]! * demand[j]!;
      if (each > -Infinity) places += 1;
      if (each > offered) [best, offered] = [i, each];
    }
    if (places > 1) [customer, facility, most] = [j, best, size];
  }
  return customer < 0 ? null : splitByCustomer(part, customer, facility);
}
