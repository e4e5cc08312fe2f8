import { parentPort, workerData } from "node:worker_threads";
import { placingOfCase } from "#domain/colocation/optimise/placing-of-case.ts";
import { todayOf } from "#domain/colocation/optimise/placing-rules.ts";
import { solveModel } from "../optimiser/solve-model.ts";
import { solvePlacing, type PlacingOptions } from "../optimiser/solve-placing.ts";
import { findConflict } from "./find-conflict.ts";
import type { PlacingNews, PlacingOutcome, PlacingTask } from "./task.ts";

/* One case, one thread: search and solver hold it until they are done, and its memory goes with it. */

const post = (news: PlacingNews) => parentPort!.postMessage(news);

async function place({ question, force, secondsAtMost, stop }: PlacingTask): Promise<PlacingOutcome> {
  const whole = placingOfCase(question);
  const problem = force
    ? {
        ...whole,
        pairs: whole.pairs.filter((one) => one.unit !== force.unitId || one.premises === force.premisesId),
      }
    : whole;
  const today = new Map(
    question.inputs.units.flatMap(({ id }) => {
      const there = todayOf(question.inputs, id);
      return there ? [[id, there] as const] : [];
    }),
  );
  const options: PlacingOptions = {
    ...{ secondsAtMost, gapAtMost: 0.001, now: () => performance.now() / 1000, today },
    isStopped: () => Atomics.load(stop, 0) !== 0,
    solve: (asked) => solveModel({ ...asked, stop }, (progress) => post({ kind: "progress", progress })),
    onFirst: (first) => post({ kind: "first", outcome: { kind: "placed", ...first, isSearchOnly: true } }),
  };
  const found = await solvePlacing(problem, options);
  if (found.kind === "unknown") return found;
  if (found.kind === "impossible") {
    const secondsLeft = Math.min(30, secondsAtMost);
    return {
      kind: "impossible",
      conflict: force ? null : await findConflict(question, { ...options, secondsAtMost: secondsLeft }),
    };
  }
  const { answer, ore, boundOre, isSolverDown } = found;
  return { kind: "placed", placed: answer.placed, ore, boundOre, isSearchOnly: isSolverDown };
}

try {
  post({ kind: "done", outcome: await place(workerData as PlacingTask) });
} catch (error) {
  post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
