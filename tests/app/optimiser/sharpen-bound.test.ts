import fc from "fast-check";
import { expect, test } from "vitest";
import { BranchPricing } from "#app/jobs/optimiser/branch-pricing.ts";
import { SetsProgram } from "#app/jobs/optimiser/sets-program.ts";
import { sharpenBound } from "#app/jobs/optimiser/sharpen-bound.ts";
import { solveModel } from "#app/jobs/optimiser/solve-model.ts";
import { codeNear } from "#domain/colocation/optimise/code-near.ts";
import { layOut } from "#domain/colocation/optimise/lay-out.ts";
import type { Layout } from "#domain/colocation/optimise/layout.ts";
import { PremisesSets } from "#domain/colocation/optimise/premises-sets.ts";
import { priceUnits } from "#domain/colocation/optimise/price-units.ts";
import { drawPlacing } from "#scripts/bench/draw-placing.ts";
import { bestByTrying } from "../../helpers/best-placement.ts";

const solve = (question: Omit<Parameters<typeof solveModel>[0], "stop">) =>
  solveModel({ ...question, stop: new Int32Array(1) }, () => undefined);

/** Sets that are never written down, and whose walk ends after so many. */
class Hurried extends PremisesSets {
  constructor(
    layout: Layout,
    premises: number,
    readonly nodes: number,
  ) {
    super(layout, premises, 0);
  }

  override best(prices: Float64Array, _nodes?: number, floor?: number) {
    return super.best(prices, this.nodes, floor);
  }
}

const drawn = (seed: number, units: number, premises: number) =>
  layOut(drawPlacing({ units, premises, slots: 2, seed, pairs: units * premises, isPlain: false })).layout;
const seeds = fc.integer({ min: 1, max: 1_000_000 });

test("what no placement costs less than rises, and stays below what the best costs, however short walks are", async () => {
  let [rose, cases] = [0, 0];
  await fc.assert(
    fc.asyncProperty(seeds, fc.constantFrom(1, 3, 100_000), async (seed, nodes) => {
      const layout = drawn(seed, 7, 4);
      const best = bestByTrying(layout);
      if (best === Infinity) return;
      const asked = priceUnits(layout, best * 1.3, { rounds: 3, shouldStop: () => false });
      const sets = asked.sets.map(({ premises }) => new Hurried(layout, premises, nodes));
      const program = await SetsProgram.begin(layout.units, layout.premises, best * 1.3);
      const pricing = new BranchPricing(layout, codeNear(layout, asked, best), program, () => false);
      pricing.include(asked.pool);
      const options = { upper: best * 1.3, solve, shouldStop: () => false };
      const bound = await sharpenBound(layout, { ...asked, sets }, pricing, options);
      program.end();
      expect(bound).toBeLessThanOrEqual(best * (1 + 1e-6));
      expect(bound).toBeGreaterThanOrEqual(asked.priced.bound);
      cases += 1;
      if (bound > asked.priced.bound * 1.001) rose += 1;
    }),
    { numRuns: 30 },
  );
  expect(cases).toBeGreaterThan(15);
  expect(rose).toBeGreaterThan(cases / 2);
});

test("the solver finds the set that gains most, with what company saves and who cannot be together", async () => {
  await fc.assert(
    fc.asyncProperty(
      seeds,
      fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 9, maxLength: 9 }),
      async (seed, offers) => {
        const layout = drawn(seed, 9, 2);
        const dearest = Math.max(...layout.pairCost);
        const prices = Float64Array.from({ length: layout.units }, (_, unit) => offers[unit]! * dearest);
        for (let s = 0; s < layout.premises; s += 1) {
          const sets = new PremisesSets(layout, s, 100_000);
          const { gain, pairs } = sets.best(prices);
          const { model, scale, read } = sets.model(prices);
          const solved = await solve({ model, start: null, secondsAtMost: 10, gapAtMost: 0 });
          expect(-solved.best! / scale / Math.max(1, gain)).toBeCloseTo(gain / Math.max(1, gain), 5);
          if (gain > 0 && pairs.length > 0) expect(read(solved.values!).length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 30 },
  );
});
