import fc from "fast-check";
import { expect, test } from "vitest";
import { branchOnUnits } from "#app/jobs/optimiser/branch-on-units.ts";
import { codeNear } from "#domain/colocation/optimise/code-near.ts";
import { codeSets } from "#domain/colocation/optimise/code-sets.ts";
import { layOut } from "#domain/colocation/optimise/lay-out.ts";
import { isPossible, weighPlacement } from "#domain/colocation/optimise/layout.ts";
import { priceUnits } from "#domain/colocation/optimise/price-units.ts";
import { drawPlacing } from "#scripts/bench/draw-placing.ts";
import { bestByTrying } from "../../helpers/best-placement.ts";

/** What branching says of a drawn case whose best placement is known, with a poor placement to begin from. */
async function branched(seed: number, rounds: number, shouldStop: () => boolean, isPartial = false) {
  const { layout } = layOut(
    drawPlacing({ units: 8, premises: 6, slots: 2, seed, pairs: 26, isPlain: false }),
  );
  const best = bestByTrying(layout);
  if (best === Infinity) return null;
  const priced = priceUnits(layout, best * 1.5, { rounds, shouldStop: () => false });
  let upper = best * 1.5;
  let known: Int32Array = layout.pairStart.slice(0, layout.units);
  const offer = (placement: Int32Array) => {
    // Who has no place yet gets none here: branches alone must come to the best.
    if (placement.some((pair) => pair < 0)) return upper;
    const weighed = weighPlacement(layout, placement);
    expect(isPossible(weighed)).toBe(true);
    if (weighed.cost < upper) [upper, known] = [weighed.cost, placement];
    return upper;
  };
  const options = { upper, gapAtMost: 0, shouldStop, offer, isPartial, best: () => known };
  const sets = isPartial ? codeNear(layout, priced, best * 1.5) : codeSets(layout, priced, best * 1.5)!;
  const bound = await branchOnUnits(layout, sets, priced.pool, options);
  return { best, bound, upper };
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

test("comes to the best placement there is, and proves it", async () => {
  let cases = 0;
  await fc.assert(
    fc.asyncProperty(seeds, fc.constantFrom(0, 5, 200), async (seed, rounds) => {
      const told = await branched(seed, rounds, () => false);
      if (!told) return;
      cases += 1;
      expect(told.upper / told.best).toBeCloseTo(1, 6);
      expect(told.bound / told.best).toBeCloseTo(1, 5);
    }),
    { numRuns: 40 },
  );
  expect(cases).toBeGreaterThan(20);
});

test("ended early, it still says nothing that is not so", async () => {
  await fc.assert(
    fc.asyncProperty(seeds, fc.integer({ min: 0, max: 12 }), async (seed, asked) => {
      let left = asked;
      const told = await branched(seed, 5, () => (left -= 1) < 0);
      if (!told) return;
      expect(told.bound).toBeLessThanOrEqual(told.best * (1 + 1e-6));
      expect(told.upper).toBeGreaterThanOrEqual(told.best * (1 - 1e-6));
    }),
    { numRuns: 40 },
  );
});

test("where the sets are not said to be all, but are, it comes to the best as well", async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const told = await branched(seed, 200, () => false, true);
      if (told) expect(told.upper / told.best).toBeCloseTo(1, 6);
    }),
    { numRuns: 20 },
  );
});
