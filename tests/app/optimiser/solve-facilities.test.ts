import fc from "fast-check";
import { expect, test } from "vitest";
import { solveFacilities } from "#app/jobs/optimiser/solve-facilities.ts";
import { solveModel } from "#app/jobs/optimiser/solve-model.ts";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";
import { priceCustomers } from "#domain/facility-location/price-customers.ts";

const solve = (instance: FacilityInstance) =>
  solveFacilities(instance, {
    ...{ secondsAtMost: 30, now: () => performance.now() / 1000 },
    solve: (question) => solveModel({ ...question, stop: new Int32Array(1) }, () => undefined),
  });

/** Every way to serve customers whole, tried one by one. */
function bestByTrying({
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

const amounts = (count: number, most: number) =>
  fc.array(fc.integer({ min: 1, max: most }), { minLength: count, maxLength: count });

const wholeInstance = fc
  .record({ fixed: amounts(3, 60), capacity: amounts(3, 12), demand: amounts(5, 6), cost: amounts(15, 40) })
  .map(({ fixed, capacity, demand, cost }): FacilityInstance => ({
    ...{ facilities: 3, customers: 5, isSingleSource: true, open: null },
    ...{ fixed: Float64Array.from(fixed), capacity: Float64Array.from(capacity, (each) => each + 4) },
    ...{ demand: Float64Array.from(demand), cost: Float64Array.from(cost) },
  }));

test("the best of every small single-source instance is found and proven, and no price bounds above it", async () => {
  await fc.assert(
    fc.asyncProperty(wholeInstance, amounts(5, 60), async (instance, prices) => {
      const best = bestByTrying(instance);
      fc.pre(best < Infinity);
      const found = await solve(instance);
      expect(found.objective).toBeCloseTo(best, 5);
      expect(found.isProven).toBe(true);
      expect(priceCustomers(instance, Float64Array.from(prices), true).bound).toBeLessThanOrEqual(
        best + 1e-6,
      );
    }),
    { numRuns: 40 },
  );
});

test("the best p medians of every small table are found and proven", async () => {
  await fc.assert(
    fc.asyncProperty(amounts(20, 30), fc.integer({ min: 1, max: 3 }), async (lengths, open) => {
      const instance: FacilityInstance = {
        ...{ facilities: 4, customers: 5, isSingleSource: true, open, fixed: new Float64Array(4) },
        capacity: new Float64Array(4).fill(Infinity),
        ...{ demand: new Float64Array(5).fill(1), cost: Float64Array.from(lengths) },
      };
      expect(await solve(instance)).toMatchObject({ objective: bestByTrying(instance), isProven: true });
    }),
    { numRuns: 25 },
  );
});

test("split demand costs no more than whole, and is served in full within capacity", async () => {
  await fc.assert(
    fc.asyncProperty(wholeInstance, async (whole) => {
      const best = bestByTrying(whole);
      fc.pre(best < Infinity);
      const found = await solve({ ...whole, isSingleSource: false });
      expect(found.isProven).toBe(true);
      expect(found.objective!).toBeLessThanOrEqual(best + 1e-4);
      const load = new Float64Array(3);
      const shares = new Float64Array(5);
      for (const { facility, customer, share } of found.served) {
        load[facility]! += share * whole.demand[customer]!;
        shares[customer]! += share;
      }
      load.forEach((used, i) => expect(used).toBeLessThanOrEqual(whole.capacity[i]! + 1e-4));
      shares.forEach((share) => expect(share).toBeCloseTo(1, 5));
    }),
    { numRuns: 20 },
  );
});
