import { decide, isTooDear } from "./decide.ts";
import type { FacilityInstance } from "./instance.ts";
import type { Priced } from "./price-customers.ts";

/**
 * A part of all choices. In its instance, facilities that are closed for good have no room, those open for good ask nothing more for it
 * (that is in `paid`), and pairs that are out of the question have no finite cost.
 */
export interface Part {
  instance: FacilityInstance;
  paid: number;
  /** For each facility, whether it is open (1) or closed (-1) for good, or free (0). */
  decided: Int8Array;
}

export const wholePart = (instance: FacilityInstance): Part => ({
  ...{ instance, paid: 0, decided: new Int8Array(instance.facilities) },
});

/** The part of it with these facilities opened and closed for good, and without the pairs that are left out. */
function withDecisions(
  part: Part,
  decisions: readonly (readonly [number, -1 | 1])[],
  isOut: ((i: number, j: number) => boolean) | null,
): Part {
  const { facilities, customers } = part.instance;
  const [fixed, capacity, cost] = [part.instance.fixed, part.instance.capacity, part.instance.cost].map(
    (each) => Float64Array.from(each),
  ) as [Float64Array, Float64Array, Float64Array];
  const decided = Int8Array.from(part.decided);
  let { paid } = part;
  for (const [i, how] of decisions) {
    decided[i] = how;
    if (how === 1) paid += fixed[i]!;
    else {
      capacity[i] = 0;
      cost.fill(Infinity, i * customers, (i + 1) * customers);
    }
    fixed[i] = 0;
  }
  for (let i = 0; i < facilities && isOut; i += 1)
    for (let j = 0; j < customers; j += 1)
      if (cost[i * customers + j]! < Infinity && isOut(i, j)) cost[i * customers + j] = Infinity;
  return { instance: { ...part.instance, fixed, capacity, cost }, paid, decided };
}

export const splitByFacility = (part: Part, facility: number): [open: Part, closed: Part] => [
  withDecisions(part, [[facility, 1]], null),
  withDecisions(part, [[facility, -1]], null),
];

/** Served from there, which is open then; and served from elsewhere. */
export const splitByCustomer = (part: Part, customer: number, facility: number): [there: Part, not: Part] => [
  withDecisions(
    part,
    part.decided[facility] === 0 ? [[facility, 1]] : [],
    (i, j) => j === customer && i !== facility,
  ),
  withDecisions(part, [], (i, j) => j === customer && i === facility),
];

/** What is left of a part when everything is taken out that costs `upper` or more, by these prices. */
export function narrowed(part: Part, priced: Priced, upper: number): Part {
  const below = upper - part.paid;
  const decisions = Array.from(part.decided.keys()).flatMap((i) => {
    const how = part.decided[i] === 0 ? decide(priced, below, i) : "free";
    return how === "free" ? [] : [[i, how === "open" ? 1 : -1] as const];
  });
  return withDecisions(part, decisions, (i, j) => isTooDear(part.instance, priced, below, i, j));
}

/** Whether all the room that is left holds everyone, were they cut. */
export function holdsAll({ instance: { capacity, demand } }: Part): boolean {
  const total = demand.reduce((sum, each) => sum + each, 0);
  return capacity.reduce((sum, each) => sum + Math.min(each, total), 0) >= total - 1e-9;
}
