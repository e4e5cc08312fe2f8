import { searchPlacement } from "../colocation/optimise/search-placement.ts";
import { facilityLayout } from "./facility-layout.ts";
import { costOfAssignment, type Assignment, type FacilityInstance } from "./instance.ts";
import { interchange, servedFromNearest } from "./interchange.ts";
import type { Priced } from "./price-customers.ts";

export interface Known {
  assignment: Assignment;
  cost: number;
}

/** Whether any one facility could serve everybody: then it only matters which are open. */
export function isUncapacitated({ capacity, demand }: FacilityInstance): boolean {
  const total = demand.reduce((sum, each) => sum + each, 0);
  return capacity.every((each) => each >= total);
}

/** A good solution where each customer is served whole and room is short: large neighbourhood search. */
export function searchWhole(
  instance: FacilityInstance,
  rounds: number,
  shouldStop: () => boolean,
): Known | null {
  const layout = facilityLayout(instance);
  const found = searchPlacement(layout, { rounds, seed: 1, shouldStop });
  if (!found) return null;
  const assignment = found.placement.map((pair) => layout.pairPremises[pair]!);
  return { assignment, cost: costOfAssignment(instance, assignment) };
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
