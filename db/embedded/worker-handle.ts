import type { Worker } from "node:worker_threads";
import { startSource } from "../source-thread.ts";
import type { Answer, Assignment, Request } from "./worker.ts";

export type WorkerHandle = {
  /** Resolves when the database takes connections; rejects when it cannot. */
  started: Promise<void>;
  /** Resolves with the cause when the worker ends without having been asked to. */
  broken: Promise<Error>;
  dump(to: string): Promise<void>;
  remember(): Promise<void>;
  /** Whether it is as remembered again. */
  rewind(): Promise<boolean>;
  stop(): Promise<void>;
};

type Done = Answer["done"];
type AnswerTo<D extends Done> = Extract<Answer, { done: D }>;

/** A WebAssembly call stack needs more room than a worker has by default; PostgreSQL's own limit must come first. */
const STACK_MB = 32;

/** Starts the database in a thread of its own. */
export function startWorker(assignment: Assignment): WorkerHandle {
  const worker = startSource(new URL("./worker.ts", import.meta.url), assignment, { stackSizeMb: STACK_MB });
  let stopping = false;
  const ended = endOf(worker);
  const broken = new Promise<Error>((resolve) => void ended.then((error) => stopping || resolve(error)));

  /** Waits for one answer, or for the worker's end. */
  const answer = <D extends Done>(done: D, isIt = (_: AnswerTo<D>) => true) =>
    new Promise<AnswerTo<D>>((resolve, reject) => {
      const listen = (given: Answer) => {
        if (given.done !== done || !isIt(given as AnswerTo<D>)) return;
        worker.off("message", listen);
        resolve(given as AnswerTo<D>);
      };
      worker.on("message", listen);
      void ended.then(reject);
    });
  const ask = (request: Request) => worker.postMessage(request);

  return {
    started: answer("start").then(() => undefined),
    broken,
    dump: async (to) => {
      ask({ ask: "dump", to });
      await answer("dump", (given) => given.to === to);
    },
    remember: async () => {
      ask({ ask: "remember" });
      await answer("remember");
    },
    rewind: async () => {
      ask({ ask: "rewind" });
      return (await answer("rewind")).isBack;
    },
    stop: async () => {
      stopping = true;
      ask({ ask: "stop" });
      await answer("stop").catch(() => undefined); // broken already: nothing left to stop
      await worker.terminate();
    },
  };
}

/** Why the worker ended: what it threw, or how it left. */
function endOf(worker: Worker): Promise<Error> {
  return new Promise((resolve) => {
    worker.once("error", resolve);
    worker.once("exit", (code) => resolve(new Error(`The embedded database ended unasked (code ${code})`)));
  });
}
