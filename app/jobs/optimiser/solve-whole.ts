import { bestPrices } from "#domain/facility-location/best-prices.ts";
import { coreModel, type Core } from "#domain/facility-location/core-model.ts";
import { WholeSolutions } from "#domain/facility-location/first-solutions.ts";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";
import type { Priced } from "#domain/facility-location/price-customers.ts";
import { branchOnFacilities, type Settled } from "./branch-on-facilities.ts";
import {
  asServed,
  rounded,
  told,
  type FacilityOptions,
  type FacilitySolution,
  type Left,
} from "./facility-solution.ts";

/** So many pairs at most are as good as decided: no longer search is worth its time. */
const fewUndecided = 600;
/** A good solution is likely to be made of so many pairs, by what their prices say. */
const kernelPairs = 400;
/** Sets of facilities that prices lead to from which steps are taken while prices are still rising. */
const firstStarts = 12;
/** How long is searched each time before the branches, and beside every so many of them. */
const searchRounds = { first: 20_000, beside: 600 };
const searchEvery = 40;
/** What part of the time the solver may take for a kernel, and for a branch that could also be split. */
const [kernelPart, branchPart] = [1 / 10, 1 / 40];
const exactly = 1e-10;

/**
 * Where room is short and every customer is served whole: prices and solutions that begin at them, a longer search where much is open, then
 * all choices of facilities, branch by branch.
 */
export async function solveWhole(
  instance: FacilityInstance,
  options: FacilityOptions,
  left: Left,
): Promise<FacilitySolution> {
  const whole = new WholeSolutions(instance, () => left() <= 0);
  const settling = new Settling(whole, options, left);
  const priced = priceWhole(instance, whole, options, left);
  await settling.kernel(instance, priced);
  const bound = await branchOnFacilities(instance, priced, {
    upper: () => whole.cost,
    look: lookFrom(whole),
    settle: (core, paid, isLast) => settling.settle(core, paid, isLast ? 1 : branchPart),
    rounded: (each) => rounded(instance, each),
    shouldStop: () => left() <= 0,
  });
  return told({ objective: whole.cost, bound, served: asServed(whole.best?.assignment ?? []) });
}

function priceWhole(
  instance: FacilityInstance,
  whole: WholeSolutions,
  { secondsAtMost }: FacilityOptions,
  left: Left,
): Priced {
  const shouldStop = () => left() < secondsAtMost / 2;
  const onRound = (each: Priced) => whole.try(each, firstStarts);
  const priced = bestPrices(instance, { rounds: 1_000, upper: Infinity, onRound, shouldStop });
  const before = whole.cost;
  if (coreModel(instance, priced, before).pairs <= fewUndecided) return priced;
  // Where one search ends says little of where another does.
  whole.search(searchRounds.first, 1);
  const upper = whole.search(searchRounds.first, 2, null);
  if (upper >= before) return priced;
  const better = bestPrices(instance, { rounds: 1_000, upper, shouldStop });
  return better.bound > priced.bound ? better : priced;
}

/** Takes steps from what the prices of each branch open, and searches on where that was better, and now and then. */
function lookFrom(whole: WholeSolutions): (priced: Priced) => void {
  let looked = 0;
  return (priced) => {
    looked += 1;
    const before = whole.cost;
    if (whole.try(priced) < before || looked % searchEvery === 0) whole.search(searchRounds.beside, looked);
  };
}

/** The solver, asked for parts of the whole; what it finds is kept. */
class Settling {
  constructor(
    private readonly whole: WholeSolutions,
    private readonly options: FacilityOptions,
    private readonly left: Left,
  ) {}

  /** Looks for a better solution among the pairs that prices think best. */
  async kernel(instance: FacilityInstance, priced: Priced): Promise<void> {
    const upper = this.whole.cost;
    if (upper === Infinity || coreModel(instance, priced, upper).pairs <= fewUndecided) return;
    const at = (share: number) => coreModel(instance, priced, priced.bound + share * (upper - priced.bound));
    let [low, high] = [0, 1];
    for (let halvings = 0; halvings < 10; halvings += 1) {
      const middle = (low + high) / 2;
      if (at(middle).pairs <= kernelPairs) low = middle;
      else high = middle;
    }
    await this.settle(at(low), 0, kernelPart);
  }

  /** What a part cannot cost less than, by the solver, in this part of all the time. */
  async settle(core: Core, paid: number, part: number): Promise<Settled> {
    const secondsAtMost = Math.min(this.options.secondsAtMost * part, this.left());
    if (secondsAtMost <= 0) return { least: -Infinity, isWhole: false };
    const solved = await this.options.solve({
      ...{ model: core.model, secondsAtMost, gapAtMost: exactly, start: null },
    });
    if (solved.isInfeasible) return { least: Infinity, isWhole: true };
    if (solved.values) {
      const assignment = new Int32Array(this.whole.customers).fill(-1);
      // The solver's whole numbers are so only nearly: a trace of a customer elsewhere is no service.
      for (const { facility, customer, share } of core.read(solved.values))
        if (share > 0.5) assignment[customer] = facility;
      this.whole.keep(assignment);
    }
    const isWhole = solved.best !== null && solved.bound !== null && solved.best - solved.bound < 1e-6;
    return { least: (solved.bound ?? -Infinity) / core.scale + paid, isWhole };
  }
}
