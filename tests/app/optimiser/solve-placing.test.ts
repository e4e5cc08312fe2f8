import fc from "fast-check";
import { expect, test } from "vitest";
import { solveModel } from "#app/jobs/optimiser/solve-model.ts";
import { solvePlacing, type PlacingOptions } from "#app/jobs/optimiser/solve-placing.ts";
import { layOut } from "#domain/colocation/optimise/lay-out.ts";
import { isPossible, weighPlacement } from "#domain/colocation/optimise/layout.ts";
import type { PlacingProblem } from "#domain/colocation/optimise/placing-problem.ts";
import { drawPlacing } from "#scripts/bench/draw-placing.ts";

const options: PlacingOptions = {
  ...{ secondsAtMost: 20, gapAtMost: 0, now: () => performance.now() / 1000 },
  solve: (question) => solveModel({ ...question, stop: new Int32Array(1) }, () => undefined),
};

/** Costs reckoned from the problem as it is written, without layout or model; null where a rule is broken. */
function reckon(
  problem: PlacingProblem,
  placed: ReadonlyMap<string, string>,
  kept: ReadonlySet<string>,
): number | null {
  const { factor, units, premises, payback, budgetOre } = problem;
  const together = ({ a, b }: { a: string; b: string }) => placed.get(a) === placed.get(b);
  if (problem.apart.some(together) || !problem.together.every(together)) return null;
  let [once, yearly] = [0, 0];
  for (const unit of units) {
    const pair = problem.pairs.find((one) => one.unit === unit.id && one.premises === placed.get(unit.id));
    if (!pair || !kept.has(pair.premises)) return null;
    once += pair.oneOffOre;
    yearly += pair.yearlyOre;
  }
  for (const { id, rooms, seats, yearlyOre, leavingOre, mustStay } of premises) {
    if (mustStay && !kept.has(id)) return null;
    const inside = units.filter((unit) => placed.get(unit.id) === id);
    if (rooms.some((m2, f) => inside.reduce((sum, unit) => sum + unit.rooms[f]!, 0) > m2)) return null;
    const peaks = units[0]!.hours.map((_, h) => inside.reduce((sum, unit) => sum + unit.hours[h]!, 0));
    if (seats !== null && peaks.some((persons) => persons > seats)) return null;
    if (kept.has(id)) yearly += yearlyOre;
    else once += leavingOre;
  }
  if (budgetOre !== null && once > budgetOre) return null;
  if (payback && once > payback.years * (payback.yearlyOreToday - yearly)) return null;
  const saved = problem.synergies.filter(together).reduce((sum, { yearlyOre }) => sum + yearlyOre, 0);
  return once + factor * (yearly - saved);
}

function bestByTrying(problem: PlacingProblem): number {
  const { units, premises } = problem;
  let best = Infinity;
  for (let code = 0; code < premises.length ** units.length; code += 1)
    for (let keep = 0; keep < 2 ** premises.length; keep += 1) {
      const placed = new Map(
        units.map(({ id }, u) => [
          id,
          premises[Math.floor(code / premises.length ** u) % premises.length]!.id,
        ]),
      );
      const kept = new Set(premises.filter((_, s) => (keep >> s) & 1).map(({ id }) => id));
      best = Math.min(best, reckon(problem, placed, kept) ?? Infinity);
    }
  return best;
}

const small = fc
  .record({
    seed: fc.integer({ min: 1, max: 100_000 }),
    budget: fc.option(fc.integer({ min: 2_000, max: 12_000 })),
    years: fc.option(fc.constantFrom(6, 20)),
    joins: fc.boolean(),
    stays: fc.boolean(),
  })
  .map(({ seed, budget, years, joins, stays }): PlacingProblem => {
    const drawn = drawPlacing({ units: 4, premises: 3, slots: 3, seed, pairs: 12, isPlain: false });
    const yearlyOreToday = drawn.premises.reduce((sum, { yearlyOre }) => sum + yearlyOre, 0);
    return {
      ...drawn,
      budgetOre: budget === null ? null : budget * 100_000,
      payback: years === null ? null : { years, yearlyOreToday },
      together: joins ? [{ a: "u0", b: "u2" }] : [],
      premises: drawn.premises.map((one, s) => ({ ...one, mustStay: stays && s === 0 })),
    };
  });

test("the proposal is the best of every small case, with all its rules, or it is said that there is none", async () => {
  let placed = 0;
  await fc.assert(
    fc.asyncProperty(small, async (problem) => {
      const best = bestByTrying(problem);
      const found = await solvePlacing(problem, options);
      if (best === Infinity) {
        expect(found.kind).toBe("impossible");
        return;
      }
      placed += 1;
      if (found.kind !== "placed") throw new Error(`${found.kind}, though ${best} is possible`);
      expect(found.ore / best).toBeCloseTo(1, 5);
      expect(found.boundOre).toBeLessThanOrEqual(best * 1.000_01);
      expect(reckon(problem, found.answer.placed, new Set(found.answer.kept))! / best).toBeCloseTo(1, 5);
    }),
    { numRuns: 20, seed: 7 },
  );
  expect(placed).toBeGreaterThan(8);
});

test("a solver that breaks down leaves what the search found, and it is said", async () => {
  const problem = drawPlacing({ units: 20, premises: 12, slots: 4, seed: 3, pairs: 120, isPlain: false });
  const found = await solvePlacing(problem, {
    ...options,
    secondsAtMost: 2,
    solve: () => Promise.reject(new Error("memory")),
  });
  if (found.kind !== "placed") throw new Error(found.kind);
  expect(found.isSolverDown).toBe(true);
  const { layout, placementOf } = layOut(problem);
  expect(isPossible(weighPlacement(layout, placementOf(found.answer.placed)!))).toBe(true);
});

test("asked to end, a search of ten minutes ends with what it has", async () => {
  const problem = drawPlacing({ units: 60, premises: 40, slots: 8, seed: 2, pairs: 600, isPlain: false });
  const endsAt = performance.now() + 6_000;
  const found = await solvePlacing(problem, {
    ...{ ...options, secondsAtMost: 600 },
    isStopped: () => performance.now() > endsAt,
  });
  expect(found.kind).toBe("placed");
  if (found.kind !== "placed") return;
  expect(found.boundOre).toBeLessThan(found.ore);
  expect(found.ore).toBeLessThanOrEqual(found.firstOre!);
});
