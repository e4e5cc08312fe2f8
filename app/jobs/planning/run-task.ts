import { startThread } from "../optimiser/thread.ts";
import type { PlanAnswer, PlanTask, SearchProgress } from "./task.ts";

interface TaskOptions {
  signal?: AbortSignal;
  onProgress?: (progress: SearchProgress) => void;
}

type Answered = PlanAnswer & { kind: "answered" };

/** Does one planning task in a thread of its own. Rejects when the thread breaks down. */
export function runTask(task: PlanTask, { signal, onProgress }: TaskOptions = {}): Promise<Answered> {
  const worker = startThread(new URL("./worker.ts", import.meta.url), task);
  const cancel = () => worker.postMessage("cancel");
  signal?.addEventListener("abort", cancel, { once: true });
  if (signal?.aborted) cancel();
  return new Promise<Answered>((resolve, reject) => {
    worker.on("message", (answer: PlanAnswer) => {
      if (answer.kind === "progress") onProgress?.(answer.progress);
      else if (answer.kind === "failed") reject(new Error(answer.message));
      else resolve(answer);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The planning ended unasked (code ${code})`)));
  }).finally(() => {
    signal?.removeEventListener("abort", cancel);
    void worker.terminate();
  });
}
