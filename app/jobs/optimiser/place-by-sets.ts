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
import { codeSets, codeSome } from "#domain/colocation/optimise/code-sets.ts";
import type { CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import { branchOnPremises } from "./branch-on-premises.ts";
import type { PlacedBySets, SetsOptions, Standing } from "./placed-by-sets.ts";

/** More sets than this are not laid before the solver. */
const mostSets = 60_000;
/** So many, beside those that paid on the way, can be chosen from in seconds; and so many be branched on where all are too many. */
const [mostNear, mostToBranchOn] = [4_000, 60_000];
/** Prices stand still before so many rounds, and a search is ended by its time. */
const priceRounds = 3_000;
const searchRounds = 300_000;
/**
 * What a branch comes to is made better by a short search: so many rounds a unit, which accept what is worse by so much of a unit's share
 * of all costs. Those beside it come to other places.
 */
const [polishRounds, polishHeat] = [60, 0.3];
/** Of the time there is at most so much goes to prices, and of what they leave so much to a search: less where branches follow it. */
const [pricesShare, searchShare, searchBeforeBranches] = [0.25, 0.25, 0.1];
/** Of more sets than this the nearer half is looked through first, for a part of the time that is left. */
const [manySets, nearerShare] = [400_000, 0.35];
/** Of what a search leaves most goes to the sets that are near. */
const nearShare = 0.8;

/**
 * Makes a placement better by choosing whole sets of units, and says how far from the best it can be: prices first; then every set that a
 * better placement could be made of, where they are few enough; else branches by which premises are kept, or, where there are too
 * many sets for those, the sets that are near.
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
      const start = startFromSets(this.layout, this.#priced);
      // A budget is nothing that branches know of.
      if (this.layout.limits.every((limit) => limit === Infinity)) {
        this.#searchFrom(start, searchBeforeBranches);
        if (await this.#branchOnAll()) return this.#told(true);
        await this.#branchOnNear();
      } else {
        this.#searchFrom(start, searchShare);
        await this.#chooseNear();
      }
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

  /** A search from where prices put everyone, for a share of the time that is left. */
  #searchFrom(start: Placement, share: number): void {
    this.#search({ start, rounds: searchRounds, seed: 1, shouldStop: this.#after(share) });
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

  async #chooseNear(): Promise<void> {
    const near = nearestSets(this.layout, this.#priced, this.#best.cost, mostNear);
    const pool = poolWithout(this.layout, [...this.#priced.pool, ...near], this.#best.placement);
    await this.#choose(pool, Math.max(0.1, this.options.left() * nearShare));
  }

  /** Branches over the sets that are near, which find good placements; what they say of the best holds for those sets alone. */
  async #branchOnNear(): Promise<void> {
    const near = nearestSets(this.layout, this.#priced, this.#best.cost, mostToBranchOn);
    const coded = codeSome(this.layout, this.#priced, near);
    if (coded) await this.#branch(coded, { pool: [], shouldStop: this.#isOver });
  }

  /** Branches over all sets; false where they are too many. */
  async #branchOnAll(): Promise<boolean> {
    const { pool } = this.#priced;
    const coded = (upper: number) => codeSets(this.layout, this.#priced, upper);
    let all = coded(this.#best.cost);
    if (!all || all.reduce((sum, { size }) => sum + size, 0) > manySets) {
      // What is found among the nearer ones leaves fewer of all. What they say of the best holds for them alone.
      const nearer = coded((this.#best.cost + this.#bound) / 2);
      if (nearer) await this.#branch(nearer, { pool, shouldStop: this.#after(nearerShare) });
      all = coded(this.#best.cost);
    }
    if (all) this.#bound = Math.max(this.#bound, await this.#branch(all, { pool, shouldStop: this.#isOver }));
    return all !== null;
  }

  /** What no placement made of those sets costs less than. */
  async #branch(
    coded: readonly CodedSets[],
    { pool, shouldStop }: { pool: readonly UnitSet[]; shouldStop: () => boolean },
  ): Promise<number> {
    const { gapAtMost } = this.options;
    const known = { upper: this.#best.cost, gapAtMost, offer: this.#offer, shouldStop };
    try {
      return await branchOnPremises(this.layout, coded, pool, known);
    } catch {
      // Out of memory, most often: the bound that prices gave stands, and what branches found until then.
      return -Infinity;
    }
  }
}
