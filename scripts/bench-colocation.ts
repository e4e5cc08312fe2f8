import { parseArgs } from "node:util";
import { solvePlacing } from "#app/jobs/optimiser/solve-placing.ts";
import { solveModel } from "#app/jobs/optimiser/solve-model.ts";
import { drawPlacing } from "./bench/draw-placing.ts";

/**
 * How good co-location proposals are, as one line of JSON: { instance, objective, bound, gap, seconds, proven } and where the search
 * began. Money in øre, gaps are fractions.
 */
const { values } = parseArgs({
  options: {
    units: { type: "string", default: "60" },
    premises: { type: "string", default: "40" },
    slots: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
    pairs: { type: "string" },
    seconds: { type: "string", default: "60" },
    gap: { type: "string", default: "0.005" },
    plain: { type: "boolean", default: false },
  },
});
const [units, premises, slots, seed] = [+values.units, +values.premises, +values.slots, +values.seed];
const pairs = values.pairs ? +values.pairs : units * 10;
if (
  ![units, premises, pairs].every((each) => Number.isInteger(each) && each > 0 && each <= 1_000_000) ||
  !(slots >= 0)
) {
  console.error("--units, --premises and --pairs are whole numbers above 0, --slots is 0 or more.");
  process.exit(1);
}
const problem = drawPlacing({ units, premises, slots, seed, pairs, isPlain: values.plain });
const startedAt = performance.now();
const stop = new Int32Array(1);
const solved = await solvePlacing(problem, {
  ...{ secondsAtMost: +values.seconds, gapAtMost: +values.gap, now: () => performance.now() / 1000 },
  solve: (question) => solveModel({ ...question, stop }, () => undefined),
});
const name = `${units}x${premises}x${slots}${values.plain ? " plain" : ""} seed ${seed}`;
const gapOf = (ore: number, bound: number) => (ore - bound) / ore;
console.log(
  JSON.stringify(
    solved.kind === "placed"
      ? {
          ...{
            instance: name,
            objective: solved.ore,
            bound: solved.boundOre,
            gap: gapOf(solved.ore, solved.boundOre),
          },
          ...{
            seconds: Math.round(performance.now() - startedAt) / 1000,
            proven: solved.ore - solved.boundOre <= 1e-6 * solved.ore,
          },
          ...{
            pairs: problem.pairs.length,
            gapOfHeuristic: solved.firstOre === null ? null : gapOf(solved.firstOre, solved.boundOre),
          },
        }
      : { instance: name, objective: null, kind: solved.kind },
  ),
);
