import { parentPort, workerData } from "node:worker_threads";
import type { Question, SolverAnswer } from "./question.ts";
import { solveModel } from "./solve-model.ts";

/* One question, one thread: the solver holds its thread until it is done, and its memory goes with the thread. */

const post = (answer: SolverAnswer) => parentPort!.postMessage(answer);

try {
  const solved = await solveModel(workerData as Question, (progress) => post({ kind: "progress", progress }));
  post({ kind: "solved", solved });
} catch (error) {
  post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
