import fc from "fast-check";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";

/** Every way to serve customers whole, tried one by one. */
export function bestByTrying({
  facilities,
  customers,
  cost,
  fixed,
  capacity,
  demand,
  open,
}: FacilityInstance): number {
  let best = Infinity;
  for (let code = 0; code < facilities ** customers; code += 1) {
    const load = new Float64Array(facilities);
    let [rest, total] = [code, 0];
    for (let j = 0; j < customers; j += 1) {
      const i = rest % facilities;
      rest = Math.floor(rest / facilities);
      load[i]! += demand[j]!;
      total += cost[i * customers + j]!;
    }
    const used = [...load.keys()].filter((i) => load[i]! > 0);
    if (used.some((i) => load[i]! > capacity[i]!) || (open !== null && used.length > open)) continue;
    best = Math.min(
      best,
      used.reduce((sum, i) => sum + fixed[i]!, total),
    );
  }
  return best;
}

export const amounts = (count: number, most: number) =>
  fc.array(fc.integer({ min: 1, max: most }), { minLength: count, maxLength: count });

/** Three facilities and five customers who are served whole; there may be too little room. */
export const wholeInstance = fc
  .record({ fixed: amounts(3, 60), capacity: amounts(3, 12), demand: amounts(5, 6), cost: amounts(15, 40) })
  .map(({ fixed, capacity, demand, cost }): FacilityInstance => ({
    ...{ facilities: 3, customers: 5, isSingleSource: true, open: null },
    ...{ fixed: Float64Array.from(fixed), capacity: Float64Array.from(capacity, (each) => each + 4) },
    ...{ demand: Float64Array.from(demand), cost: Float64Array.from(cost) },
  }));
