import {
  isPossible,
  weighPlacement,
  type Layout,
  type Placement,
} from "#domain/colocation/optimise/layout.ts";
import { poolWithout } from "#domain/colocation/optimise/pool-without.ts";
import {
  nearestSets,
  priceUnits,
  setsBelow,
  type PricedSets,
} from "#domain/colocation/optimise/price-units.ts";
import { searchPlacement, type SearchOptions } from "#domain/colocation/optimise/search-placement.ts";
import type { UnitSet } from "#domain/colocation/optimise/premises-sets.ts";
import { startFromSets } from "#domain/colocation/optimise/start-from-sets.ts";
import { setModel } from "#domain/colocation/optimise/set-model.ts";
import { codeNear } from "#domain/colocation/optimise/code-near.ts";
import { codeSets } from "#domain/colocation/optimise/code-sets.ts";
import type { CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import type { BranchPricing } from "./branch-pricing.ts";
import { branchOnUnits, type BranchOptions } from "./branch-on-units.ts";
import type { PlacedBySets, SetsOptions, Standing } from "./placed-by-sets.ts";
import { sharpenBound } from "./sharpen-bound.ts";

/** More sets than this are not laid before the solver. */
const mostSets = 60_000;
/** So many, beside those that paid on the way, can be chosen from in seconds. */
const mostNear = 4_000;
/** Prices stand still before so many rounds, and a search is ended by its time. */
const priceRounds = 3_000;
const searchRounds = 300_000;
/**
 * What a branch comes to is made better by a short search: so many rounds a unit, which accept what is worse by so much of a unit's share
 * of all costs. Those beside it come to other places.
 */
const [polishRounds, polishHeat] = [60, 0.3];
/** Of the time there is at most so much goes to prices, and of what they leave so much to a search where no branches follow. */
const [pricesShare, searchShare] = [0.15, 0.25];
/** Of the time after prices so much goes to the sets that are near before all are looked at; of what is left where all are too many, to the bound. */
const [nearFirstShare, boundShare] = [0.15, 0.4];
/** Of what a search leaves most goes to the sets that are near. */
const nearShare = 0.8;

/**
 * Makes a placement better by choosing whole sets of units, and says how far from the best it can be: prices first; then every set that a
 * better placement could be made of, where they are few enough; else branches by which unit is where, or, where there are
 * too many sets for those, branches over the sets that are near, and a bound by prices alone.
 */
export function placeBySets(layout: Layout, first: Standing, options: SetsOptions): Promise<PlacedBySets> {
  return new SetsPlacing(layout, first, options).run();
}

class SetsPlacing {
  readonly #priced: PricedSets;
  #best: Standing;
  #bound: number;
  #offers = 0;

  constructor(
    private readonly layout: Layout,
    first: Standing,
    private readonly options: SetsOptions,
  ) {
    const shouldStop = this.#after(pricesShare);
    this.#priced = priceUnits(layout, first.cost, { rounds: priceRounds, shouldStop });
    [this.#best, this.#bound] = [first, this.#priced.priced.bound];
  }

  async run(): Promise<PlacedBySets> {
    if (this.#isGood()) return this.#told(true);
    let all = setsBelow(this.layout, this.#priced, this.#best.cost, mostSets);
    if (!all) {
      // A budget is nothing that branches know of.
      if (this.layout.limits.some((limit) => limit < Infinity)) await this.#chooseNear();
      else if (await this.#branchOnSets()) return this.#told(true);
      if (this.#isGood()) return this.#told(true);
      all = setsBelow(this.layout, this.#priced, this.#best.cost, mostSets);
    }
    if (!all) return this.#told(false);
    const before = this.#best.cost;
    const proven = await this.#choose(all, Math.max(0.1, this.options.left()));
    if (proven === null) return this.#told(this.#isGood());
    // Of placements made of other sets none costs less than the best that was known when these were chosen.
    this.#bound = Math.max(this.#bound, Math.min(before, proven));
    return this.#told(true);
  }

  #told(isWhole: boolean): PlacedBySets {
    return { best: this.#best, bound: Math.min(this.#bound, this.#best.cost), isWhole };
  }

  #isGood(): boolean {
    const { cost } = this.#best;
    return cost - this.#bound <= Math.max(this.options.gapAtMost, 1e-9) * Math.abs(cost);
  }

  /** Whether a share of the time that is left now is over. */
  #after(share: number): () => boolean {
    const { left } = this.options;
    const endsWith = left() * (1 - share);
    return () => left() < endsWith;
  }

  #isOver = () => this.options.left() <= 0;

  #keep(found: { placement: Placement; kept: Uint8Array }): void {
    const weighed = weighPlacement(this.layout, found.placement, found.kept);
    if (isPossible(weighed) && weighed.cost < this.#best.cost) this.#best = { ...found, cost: weighed.cost };
  }

  #search(options: SearchOptions): void {
    const found = searchPlacement(this.layout, options);
    if (found) this.#keep({ ...found, kept: this.layout.isKept });
  }

  /** What a branch comes to, from which a short search goes on; answers what the best known one costs. */
  #offer = (start: Placement): number => {
    this.#offers += 1;
    const { units } = this.layout;
    const polish = { rounds: polishRounds * units, hottest: polishHeat / units };
    this.#search({ ...polish, start, seed: this.#offers, shouldStop: this.#isOver });
    return this.#best.cost;
  };

  /** Has the solver choose among some sets; what none of the placements made of them costs less than, null where it broke down. */
  async #choose(sets: readonly UnitSet[], secondsAtMost: number): Promise<number | null> {
    const { model, scale, startFrom, read } = setModel(this.layout, sets, this.#best.cost);
    const start = startFrom(this.#best.placement, this.#best.kept);
    const { gapAtMost, solve } = this.options;
    const solved = await solve({ model, start, secondsAtMost, gapAtMost });
    if (solved?.values) this.#keep(read(solved.values));
    return solved && (solved.bound ?? -Infinity) / scale;
  }

  /** A search from where prices put everyone, and the solver's choice among what is near. */
  async #chooseNear(): Promise<void> {
    const start = startFromSets(this.layout, this.#priced);
    this.#search({ start, rounds: searchRounds, seed: 1, shouldStop: this.#after(searchShare) });
    const near = nearestSets(this.layout, this.#priced, this.#best.cost, mostNear);
    const pool = poolWithout(this.layout, [...this.#priced.pool, ...near], this.#best.placement);
    await this.#choose(pool, Math.max(0.1, this.options.left() * nearShare));
  }

  /** Branches over all sets, or, where they are too many, over those that are near; whether it was all. */
  async #branchOnSets(): Promise<boolean> {
    const isListed = this.#priced.sets.every(({ listed }) => listed > 0);
    // What is found among the near ones leaves fewer of all.
    if (isListed) await this.#branchOnNear(this.#after(nearFirstShare));
    const all = codeSets(this.layout, this.#priced, this.#best.cost);
    if (!all) {
      const isOver = this.#after(boundShare);
      await this.#branchOnNear(this.#isOver, (pricing) => this.#sharpen(pricing, isOver));
      return false;
    }
    const bound = await this.#branch(all, { isPartial: false, shouldStop: this.#isOver });
    this.#bound = Math.max(this.#bound, bound);
    return true;
  }

  /** Branches over the sets that are near, which find good placements; what they say of the best holds for those sets alone. */
  async #branchOnNear(shouldStop: () => boolean, before?: BranchOptions["before"]): Promise<void> {
    const near = codeNear(this.layout, this.#priced, this.#best.cost);
    await this.#branch(near, { isPartial: true, shouldStop, before });
  }

  async #sharpen(pricing: BranchPricing, shouldStop: () => boolean): Promise<void> {
    const options = { upper: this.#best.cost, solve: this.options.solve, shouldStop };
    this.#bound = Math.max(this.#bound, await sharpenBound(this.layout, this.#priced, pricing, options));
  }

  /** What no placement made of those sets costs less than. */
  async #branch(
    coded: readonly CodedSets[],
    how: Pick<BranchOptions, "isPartial" | "shouldStop" | "before">,
  ): Promise<number> {
    const options = {
      ...how,
      upper: this.#best.cost,
      gapAtMost: this.options.gapAtMost,
      offer: this.#offer,
      best: () => this.#best.placement,
    };
    try {
      return await branchOnUnits(this.layout, coded, this.#priced.pool, options);
    } catch {
      // Out of memory, most often: the bound that prices gave stands, and what branches found until then.
      return -Infinity;
    }
  }
}
