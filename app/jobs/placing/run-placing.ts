import type { Progress } from "../optimiser/question.ts";
import { startThread } from "../thread.ts";
import type { PlacingNews, PlacingOutcome, PlacingTask } from "./task.ts";

interface Options {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** The solver hears nothing while it prepares; whoever cancels does not wait for that, nor anyone for a thread that hangs. */
const graceMs = 10_000;

/**
 * Places a case in a thread of its own. Ended early, out of time or out of memory it answers with what the search had found;
 * only a thread that never found anything rejects.
 */
export function runPlacing(
  asked: Omit<PlacingTask, "stop">,
  { signal, onProgress }: Options = {},
): Promise<PlacingOutcome> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const task: PlacingTask = { ...asked, stop };
  const worker = startThread(new URL("./worker.ts", import.meta.url), task);
  let first: PlacingOutcome | null = null;
  const timers: NodeJS.Timeout[] = [];
  return new Promise<PlacingOutcome>((resolve, reject) => {
    const giveUp = () => resolve(first ?? { kind: "unknown" });
    const end = () => {
      Atomics.store(stop, 0, 1);
      timers.push(setTimeout(giveUp, graceMs));
    };
    signal?.addEventListener("abort", end, { once: true });
    if (signal?.aborted) end();
    // Twice the time for the solver, as looking for what is in the way has time of its own.
    timers.push(setTimeout(end, asked.secondsAtMost * 2_000 + graceMs));
    worker.on("message", (news: PlacingNews) => {
      if (news.kind === "progress") onProgress?.(news.progress);
      else if (news.kind === "first") first = news.outcome;
      else if (news.kind === "done") resolve(news.outcome);
      else if (first) resolve(first);
      else reject(new Error(news.message));
    });
    const fail = (error: Error) => (first ? resolve(first) : reject(error));
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`The placing ended unasked (code ${code})`)));
  }).finally(() => {
    for (const timer of timers) clearTimeout(timer);
    void worker.terminate();
  });
}
