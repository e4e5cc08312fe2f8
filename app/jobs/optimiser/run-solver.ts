import type { SparseModel } from "#domain/optimise/sparse-model.ts";
import type { Progress, Question, Solved, SolverAnswer } from "./question.ts";
import { startThread } from "./thread.ts";

export interface SolverOptions {
  start?: number[] | null;
  secondsAtMost?: number;
  gapAtMost?: number;
  /** Ends the solving; what has been found by then is kept. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/**
 * Solves a model in a thread of its own, with progress and a way to stop it. Rejects when the solver breaks down.
 * @example const { values, bound } = await runSolver(planModel(laid).model, { secondsAtMost: 60 });
 */
export function runSolver(model: SparseModel, options: SolverOptions = {}): Promise<Solved> {
  const { start = null, secondsAtMost = 60, gapAtMost = 0.005, signal, onProgress } = options;
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const question: Question = { model, start, secondsAtMost, gapAtMost, stop };
  const worker = startThread(new URL("./worker.ts", import.meta.url), question);
  const ask = () => Atomics.store(stop, 0, 1);
  signal?.addEventListener("abort", ask, { once: true });
  if (signal?.aborted) ask();
  return new Promise<Solved>((resolve, reject) => {
    worker.on("message", (answer: SolverAnswer) => {
      if (answer.kind === "progress") onProgress?.(answer.progress);
      else if (answer.kind === "failed") reject(new Error(answer.message));
      else resolve(answer.solved);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The solver ended unasked (code ${code})`)));
  }).finally(() => {
    signal?.removeEventListener("abort", ask);
    void worker.terminate();
  });
}
