import type { CallbackEvent, Model } from "highs";
import { loadSolver } from "./load-solver.ts";
import type { Progress, Question, Solved } from "./question.ts";

const secondsBetweenNews = 0.5;

const finite = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 1e20 ? value : null;

/**
 * Solves a model in this very thread, which stands still meanwhile: for threads and scripts of their own, never in the server's.
 * Whoever serves people asks `runSolver`.
 */
export async function solveModel(question: Question, tell: (progress: Progress) => void): Promise<Solved> {
  const highs = await loadSolver();
  const { model: asked, start } = question;
  const model = highs.createModel({
    ...{ numCols: asked.cost.length, numRows: asked.rowLower.length, offset: asked.offset },
    ...{ colCost: asked.cost, colLower: asked.lower, colUpper: asked.upper },
    ...{ rowLower: asked.rowLower, rowUpper: asked.rowUpper },
    integrality: Int32Array.from(asked.isInteger, Number),
    matrix: {
      ...{ format: "csr" as const, numRows: asked.rowLower.length, numCols: asked.cost.length },
      ...{ starts: asked.starts, indices: asked.indices, values: asked.values },
    },
  });
  try {
    model.options.set({
      ...{ output_flag: false, time_limit: question.secondsAtMost, mip_rel_gap: question.gapAtMost },
    });
    if (start) model.setSolution({ colValue: start });
    let toldAt = 0;
    model.run({
      [highs.constants.callbackType.mipInterrupt](event) {
        const progress = progressOf(event);
        if (progress.seconds - toldAt >= secondsBetweenNews) {
          tell(progress);
          toldAt = progress.seconds;
        }
        if (Atomics.load(question.stop, 0) !== 0) event.interrupt();
      },
    });
    return solvedOf(model, highs.constants.modelStatus.infeasible);
  } finally {
    model.dispose();
  }
}

const progressOf = ({ data }: CallbackEvent) => ({
  best: finite(data.mip_primal_bound),
  bound: finite(data.mip_dual_bound),
  seconds: data.running_time ?? 0,
});

function solvedOf(model: Model, infeasible: number): Solved {
  const hasSolution = model.info.get("primal_solution_status") === 2;
  return {
    values: hasSolution ? Float64Array.from(model.getSolution().colValue) : null,
    best: hasSolution ? model.getObjectiveValue() : null,
    bound: finite(model.info.get("mip_dual_bound")),
    isInfeasible: model.getModelStatus() === infeasible,
    seconds: model.getRunTime(),
  };
}
