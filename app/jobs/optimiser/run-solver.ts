import type { SparseModel } from "#domain/optimise/sparse-model.ts";
import type { Progress, Question, Solved, SolverAnswer } from "./question.ts";
import { startThread } from "../thread.ts";

export interface SolverOptions {
  start?: number[] | null;
  secondsAtMost?: number;
  gapAtMost?: number;
  /** Ends the solving; what has been found by then is kept. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** How long it may take to listen, when its time is over or it is asked to end: preparing a large model, it does not. */
  graceSeconds?: number;
}

/**
 * Solves a model in a thread of its own, with progress and a way to stop it. Rejects when the solver breaks down. One that
 * does not end in time is ended from outside: it has then found nothing, and what it had proven stands.
 * @example const { values, bound } = await runSolver(planModel(laid).model, { secondsAtMost: 60 });
 */
export function runSolver(model: SparseModel, options: SolverOptions = {}): Promise<Solved> {
  const { start = null, secondsAtMost = 60, gapAtMost = 0.005, signal, onProgress } = options;
  const { graceSeconds = 10 } = options;
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const question: Question = { model, start, secondsAtMost, gapAtMost, stop };
  const worker = startThread(new URL("./worker.ts", import.meta.url), question);
  const startedAt = performance.now();
  let bound: number | null = null;
  let giveUp = (): void => undefined;
  const timers = [setTimeout(() => giveUp(), (secondsAtMost + graceSeconds) * 1000)];
  const ask = () => {
    Atomics.store(stop, 0, 1);
    timers.push(setTimeout(() => giveUp(), graceSeconds * 1000));
  };
  signal?.addEventListener("abort", ask, { once: true });
  if (signal?.aborted) ask();
  return new Promise<Solved>((resolve, reject) => {
    giveUp = () => {
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ values: null, best: null, bound, isInfeasible: false, seconds });
    };
    worker.on("message", (answer: SolverAnswer) => {
      if (answer.kind === "progress") {
        bound = answer.progress.bound ?? bound;
        onProgress?.(answer.progress);
      } else if (answer.kind === "failed") reject(new Error(answer.message));
      else resolve(answer.solved);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The solver ended unasked (code ${code})`)));
  }).finally(() => {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener("abort", ask);
    void worker.terminate();
  });
}
