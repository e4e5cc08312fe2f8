import type { Layout, Placement } from "../colocation/optimise/layout.ts";
import { searchPlacement } from "../colocation/optimise/search-placement.ts";
import { facilityLayout } from "./facility-layout.ts";
import { improveWhole } from "./improve-whole.ts";
import { costOfAssignment, type Assignment, type FacilityInstance } from "./instance.ts";
import { interchange, servedFromNearest } from "./interchange.ts";
import type { Priced } from "./price-customers.ts";
import { WholeState } from "./whole-state.ts";

export interface Known {
  assignment: Assignment;
  cost: number;
}

/** Whether any one facility could serve everybody: then it only matters which are open. */
export function isUncapacitated({ capacity, demand }: FacilityInstance): boolean {
  const total = demand.reduce((sum, each) => sum + each, 0);
  return capacity.every((each) => each >= total);
}

/** Where room is short and nobody is cut: begins at what prices would open, and takes every step from there that saves. */
export class WholeSolutions {
  readonly #instance: FacilityInstance;
  readonly #shouldStop: () => boolean;
  readonly #tried = new Set<string>();
  best: Known | null = null;

  constructor(instance: FacilityInstance, shouldStop: () => boolean) {
    this.#instance = instance;
    this.#shouldStop = shouldStop;
  }

  /** What the best known costs; Infinity while there is none. */
  get cost(): number {
    return this.best?.cost ?? Infinity;
  }

  get customers(): number {
    return this.#instance.customers;
  }

  /** Takes steps from what these prices would open, unless so many sets of facilities were tried; returns the best cost known. */
  try(priced: Priced, mostTried = Infinity): number {
    const opened = [...priced.opened.keys()].filter((i) => priced.opened[i] === 1);
    const key = opened.join(" ");
    if (this.#tried.size < mostTried && !this.#tried.has(key) && !this.#shouldStop()) {
      this.#tried.add(key);
      const state = new WholeState(this.#instance);
      if (state.serveRest(opened)) this.keep(improveWhole(state, this.#shouldStop).assignment);
    }
    return this.cost;
  }

  /** Goes on from the best known, or another: large neighbourhood search. */
  search(rounds: number, seed: number, from: Known | null = this.best): number {
    const layout = facilityLayout(this.#instance);
    const start = from && placementOf(layout, from.assignment);
    const found = searchPlacement(layout, { rounds, seed, start, shouldStop: this.#shouldStop });
    if (found) this.keep(found.placement.map((pair) => layout.pairPremises[pair]!));
    return this.cost;
  }

  /** Takes a solution that somebody found, if it is the best. */
  keep(assignment: Assignment): void {
    const cost = costOfAssignment(this.#instance, assignment);
    if (cost < this.cost) this.best = { assignment, cost };
  }
}

function placementOf({ pairStart, pairPremises }: Layout, assignment: Assignment): Placement {
  return assignment.map((facility, customer) => pairPremises.indexOf(facility, pairStart[customer]));
}

/** Where only the choice of facilities matters: takes the sets that prices would open, and exchanges in the good ones. */
export class NearestSolutions {
  readonly #instance: FacilityInstance;
  readonly #shouldStop: () => boolean;
  readonly #exchanged = new Set<string>();
  #exchanges = 0;
  best: Known | null = null;

  constructor(instance: FacilityInstance, shouldStop: () => boolean) {
    this.#instance = instance;
    this.#shouldStop = shouldStop;
  }

  /** Looks at what these prices would open; returns the best cost known. The last prices are always worth an exchange. */
  try(priced: Priced, isLast = false): number {
    const opened = new Set([...priced.opened.keys()].filter((i) => priced.opened[i] === 1));
    if (opened.size === 0 || this.#shouldStop()) return this.best?.cost ?? Infinity;
    const plain = servedFromNearest(this.#instance, opened);
    this.#keep(plain);
    const key = [...opened].join(" ");
    const isGood = plain.cost < this.best!.cost * 1.02 || this.#exchanges === 0;
    if ((isGood || isLast) && (isLast || this.#exchanges < mostExchanges) && !this.#exchanged.has(key)) {
      this.#exchanged.add(key);
      this.#exchanges += 1;
      this.#keep(interchange(this.#instance, opened, this.#shouldStop));
    }
    return this.best!.cost;
  }

  #keep(found: Known): void {
    if (found.cost < (this.best?.cost ?? Infinity)) this.best = found;
  }
}

const mostExchanges = 12;
