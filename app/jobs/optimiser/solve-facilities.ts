import { bestPrices } from "#domain/facility-location/best-prices.ts";
import { coreModel, type Core } from "#domain/facility-location/core-model.ts";
import {
  isUncapacitated,
  NearestSolutions,
  type Known as Found,
} from "#domain/facility-location/first-solutions.ts";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";
import type { Priced } from "#domain/facility-location/price-customers.ts";
import {
  asServed,
  costOf,
  proven,
  rounded,
  told,
  type FacilityOptions,
  type FacilitySolution,
  type Known,
  type Left,
} from "./facility-solution.ts";
import { solveWhole } from "./solve-whole.ts";

const exactly = 1e-9;
/** Below so many pairs the whole model is solved at once; with more, it does not stand in the solver's memory. */
const [fewPairs, mostPairs] = [3_000, 220_000];

/**
 * Prices first (a bound, and solutions along the way), then the solver on what the prices leave undecided. Best found and bound hold
 * whenever time runs out.
 */
export async function solveFacilities(
  instance: FacilityInstance,
  options: FacilityOptions,
): Promise<FacilitySolution> {
  const endsAt = options.now() + options.secondsAtMost;
  const left = () => endsAt - options.now();
  if (!instance.isSingleSource && !isUncapacitated(instance)) return solveSplit(instance, options, left);
  if (!isUncapacitated(instance)) return solveWhole(instance, options, left);
  const known = openNearest(instance, options, left);
  if (known.objective - known.bound <= exactly * Math.abs(known.objective)) return proven(known);
  const core = coreModel(instance, known.priced, known.objective);
  return finish(instance, core, known, options, left());
}

function openNearest(instance: FacilityInstance, { secondsAtMost }: FacilityOptions, left: Left) {
  const shouldStop = () => left() < secondsAtMost * 0.4;
  const nearest = new NearestSolutions(instance, shouldStop);
  const priced = bestPrices(instance, {
    ...{ rounds: 3_000, upper: Infinity, onRound: (each) => nearest.try(each), shouldStop },
  });
  const before = nearest.best?.cost ?? Infinity;
  const upper = nearest.try(priced, true);
  // A better solution leads to better prices, and both to a smaller rest.
  const better = upper < before ? bestPrices(instance, { rounds: 1_500, upper, shouldStop }) : priced;
  nearest.try(better, true);
  return knownFrom(instance, nearest.best, better.bound > priced.bound ? better : priced);
}

function knownFrom(
  instance: FacilityInstance,
  found: Found | null,
  priced: Priced,
): Known & { priced: Priced } {
  const served = asServed(found?.assignment ?? []);
  return { objective: found?.cost ?? Infinity, bound: rounded(instance, priced.bound), served, priced };
}

/** Lets the solver search what is undecided; keeps the better of what it finds and what is known. */
async function finish(
  instance: FacilityInstance,
  core: Core,
  known: Known,
  { solve }: FacilityOptions,
  secondsAtMost: number,
): Promise<FacilitySolution> {
  if (core.pairs > mostPairs || secondsAtMost <= 0) return told(known);
  const solved = await solve({
    ...{ model: core.model, secondsAtMost, gapAtMost: exactly / 10 },
    start: known.served.length > 0 ? core.startFrom(known.served) : null,
  });
  const bound = solved.isInfeasible ? known.objective : (solved.bound ?? -Infinity) / core.scale;
  const found = solved.values ? core.read(solved.values) : [];
  const cost = found.length > 0 ? costOf(instance, found) : Infinity;
  const best = cost < known.objective ? { objective: cost, served: found } : known;
  return told({ ...best, bound: Math.min(best.objective, Math.max(known.bound, rounded(instance, bound))) });
}

/** Split demand: which facilities are open decides; who is served from where then is a linear problem. */
async function solveSplit(
  instance: FacilityInstance,
  options: FacilityOptions,
  left: () => number,
): Promise<FacilitySolution> {
  const none: Known = { objective: Infinity, bound: -Infinity, served: [] };
  if (instance.facilities * instance.customers <= fewPairs)
    return finish(instance, coreModel(instance, null, Infinity), none, options, left());
  const shouldStop = () => left() < options.secondsAtMost * 0.6;
  const first = bestPrices(instance, { rounds: 400, upper: Infinity, shouldStop });
  const only = onlyOpened(instance, first);
  const start = await finish(only, coreModel(only, null, Infinity), none, options, left() / 4);
  const upper = start.objective ?? Infinity;
  const priced = bestPrices(instance, { rounds: 600, upper, shouldStop });
  const known = { objective: upper, bound: priced.bound, served: start.served };
  return finish(instance, coreModel(instance, priced, upper), known, options, left());
}

/** The same, with nothing open but what the prices would open. */
function onlyOpened(instance: FacilityInstance, priced: Priced): FacilityInstance {
  const cost = instance.cost.map((each, at) =>
    priced.opened[Math.floor(at / instance.customers)] === 1 ? each : Infinity,
  );
  const capacity = instance.capacity.map((each, i) => (priced.opened[i] === 1 ? each : 0));
  return { ...instance, cost, capacity };
}
