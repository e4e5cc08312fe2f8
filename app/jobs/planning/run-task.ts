import { startThread } from "../thread.ts";
import type { PlanAnswer, PlanTask, SearchProgress } from "./task.ts";

interface TaskOptions {
  signal?: AbortSignal;
  onProgress?: (progress: SearchProgress) => void;
}

/** The solver hears nothing while it prepares a large problem; whoever cancels does not wait for that. */
const graceMs = 5_000;

type Answered = PlanAnswer & { kind: "answered" };

/** Does one planning task in a thread of its own. Rejects when the thread breaks down. */
export function runTask(task: PlanTask, { signal, onProgress }: TaskOptions = {}): Promise<Answered> {
  const worker = startThread(new URL("./worker.ts", import.meta.url), task);
  let impatience: NodeJS.Timeout | undefined;
  let giveUp: (answer: Answered) => void = () => undefined;
  const cancel = () => {
    worker.postMessage("cancel");
    impatience = setTimeout(() => giveUp({ kind: "answered", reckoned: null, boundOre: null }), graceMs);
  };
  signal?.addEventListener("abort", cancel, { once: true });
  if (signal?.aborted) cancel();
  return new Promise<Answered>((resolve, reject) => {
    giveUp = resolve;
    worker.on("message", (answer: PlanAnswer) => {
      if (answer.kind === "progress") onProgress?.(answer.progress);
      else if (answer.kind === "failed") reject(new Error(answer.message));
      else resolve(answer);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The planning ended unasked (code ${code})`)));
  }).finally(() => {
    clearTimeout(impatience);
    signal?.removeEventListener("abort", cancel);
    void worker.terminate();
  });
}
