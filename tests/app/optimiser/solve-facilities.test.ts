import fc from "fast-check";
import { expect, test } from "vitest";
import { solveFacilities } from "#app/jobs/optimiser/solve-facilities.ts";
import { solveModel } from "#app/jobs/optimiser/solve-model.ts";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";
import { priceCustomers } from "#domain/facility-location/price-customers.ts";
import { amounts, bestByTrying, wholeInstance } from "../../helpers/facility-instances.ts";

const solve = (instance: FacilityInstance) =>
  solveFacilities(instance, {
    ...{ secondsAtMost: 30, now: () => performance.now() / 1000 },
    solve: (question) => solveModel({ ...question, stop: new Int32Array(1) }, () => undefined),
  });

test("the best of every small single-source instance is found and proven, and no price bounds above it", async () => {
  await fc.assert(
    fc.asyncProperty(wholeInstance, amounts(5, 60), async (instance, prices) => {
      const best = bestByTrying(instance);
      fc.pre(best < Infinity);
      const found = await solve(instance);
      expect(found.objective).toBeCloseTo(best, 5);
      expect(found.isProven).toBe(true);
      expect(priceCustomers(instance, Float64Array.from(prices), "judged").bound).toBeLessThanOrEqual(
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
