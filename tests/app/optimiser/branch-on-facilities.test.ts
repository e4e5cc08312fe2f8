import fc from "fast-check";
import { expect, test } from "vitest";
import { branchOnFacilities } from "#app/jobs/optimiser/branch-on-facilities.ts";
import { solveModel } from "#app/jobs/optimiser/solve-model.ts";
import { bestPrices } from "#domain/facility-location/best-prices.ts";
import { WholeSolutions } from "#domain/facility-location/first-solutions.ts";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";
import { bestByTrying, wholeInstance } from "../../helpers/facility-instances.ts";

/** Every part is split as long as it can be, so that the solver is asked only for what prices leave no doubt about. */
async function split(instance: FacilityInstance, parts = Infinity) {
  const whole = new WholeSolutions(instance, () => false);
  let asked = 0;
  const bound = await branchOnFacilities(instance, bestPrices(instance, { rounds: 20, upper: Infinity }), {
    upper: () => whole.cost,
    look: () => undefined,
    settle: async ({ model, scale, read }, paid) => {
      const stop = new Int32Array(1);
      const solved = await solveModel(
        { model, secondsAtMost: 10, gapAtMost: 1e-10, start: null, stop },
        () => undefined,
      );
      if (!solved.values) return { least: Infinity, isWhole: true };
      const assignment = new Int32Array(instance.customers);
      for (const { facility, customer } of read(solved.values)) assignment[customer] = facility;
      whole.keep(assignment);
      return { least: solved.bound! / scale + paid, isWhole: true };
    },
    rounded: (each) => each,
    shouldStop: () => (asked += 1) > parts,
    solverPairs: 0,
  });
  return { bound, best: whole.cost };
}

test("splitting by facility and by customer finds and proves the best there is", async () => {
  await fc.assert(
    fc.asyncProperty(wholeInstance, async (instance) => {
      const best = bestByTrying(instance);
      fc.pre(best < Infinity);
      const found = await split(instance);
      expect(found.best).toBeCloseTo(best, 5);
      expect(found.bound).toBeCloseTo(best, 5);
    }),
    { numRuns: 60 },
  );
});

test("cut short at any part, it does not claim more than is true", async () => {
  await fc.assert(
    fc.asyncProperty(wholeInstance, fc.nat(6), async (instance, parts) => {
      const best = bestByTrying(instance);
      fc.pre(best < Infinity);
      expect((await split(instance, parts)).bound).toBeLessThanOrEqual(best + 1e-5);
    }),
    { numRuns: 60 },
  );
});
