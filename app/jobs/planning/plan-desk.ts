import { keepReckoning, raiseBound } from "#db/commands/plan/keep-reckoning.ts";
import { endRun, noteRun } from "#db/commands/plan/run-plan.ts";
import type { Db } from "#db/client.server.ts";
import { getPlanVersion } from "#db/queries/plan/get-plan-version.ts";
import { readPlanQuestion } from "#db/queries/plan/read-plan-question.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { JobLog } from "../runner/job-log.ts";
import { runTask } from "./run-task.ts";

/** Where plans are reckoned and better ones looked for, in threads beside the server. */
export interface PlanDesk {
  /** Reckons a draft as it stands; false where it is no draft (any more). */
  reckon: (organisationId: Id, planId: Id) => Promise<boolean>;
  /** Begins a search that was noted (startRun); it goes on after the answer to the request. */
  search: (search: Search) => void;
  /** Ends every search under way; resolves when they have said so. */
  stop: () => Promise<void>;
}

export interface Search {
  organisationId: Id;
  planId: Id;
  runId: Id;
  secondsAtMost: number;
}

const mostTries = 3;
const newsEveryMs = 1_000;

export function createPlanDesk(db: Db, log: JobLog): PlanDesk {
  const searches = new Map<Promise<void>, AbortController>();
  return {
    reckon: (organisationId, planId) => reckon(db, organisationId, planId),
    search: (asked) => {
      const control = new AbortController();
      const ended = search(db, asked, control, log).finally(() => searches.delete(ended));
      searches.set(ended, control);
    },
    stop: async () => {
      for (const control of searches.values()) control.abort("stopping");
      await Promise.all(searches.keys());
    },
  };
}

/** Whoever changes a plan while it is reckoned makes the result old: then it is reckoned once more. */
async function reckon(db: Db, organisationId: Id, planId: Id): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const on = dayAt(new Date());
    const found = await getPlanVersion(db, organisationId, planId);
    if (found?.state !== "draft") return false;
    const question = await readPlanQuestion(db, organisationId, planId, on);
    if (!question) return false;
    const method = found.method === "priced" ? "priced" : "package";
    const { reckoned } = await runTask({ kind: "reckon", question, method });
    const { version } = found;
    const made = { planId, version, method, on, question, reckoned: reckoned! } as const;
    if (await keepReckoning(db, organisationId, made)) return true;
  }
  return false;
}

async function search(db: Db, asked: Search, control: AbortController, log: JobLog): Promise<void> {
  const { organisationId, planId, runId, secondsAtMost } = asked;
  const news = { bestOre: null as number | null, boundOre: null as number | null, seconds: 0 };
  const tell = async () => {
    if ((await noteRun(db, runId, news, new Date())) === "cancel") control.abort("cancelled");
  };
  const teller = setInterval(
    () => void tell().catch((err: unknown) => log.warn({ err }, "no news of a search")),
    newsEveryMs,
  );
  try {
    const on = dayAt(new Date());
    const found = await getPlanVersion(db, organisationId, planId);
    const question = await readPlanQuestion(db, organisationId, planId, on);
    if (!found || !question) throw new Error("The plan is gone.");
    const { reckoned, boundOre } = await runTask(
      { kind: "solve", question, secondsAtMost },
      {
        signal: control.signal,
        onProgress: ({ best, bound, seconds }) =>
          Object.assign(news, { bestOre: best, boundOre: bound, seconds }),
      },
    );
    const { version } = found;
    const isKept =
      reckoned !== null &&
      (await keepReckoning(db, organisationId, {
        planId,
        version,
        method: "solver",
        on,
        question,
        reckoned,
      }));
    if (!reckoned && boundOre !== null)
      await raiseBound(db, organisationId, { planId, version, question }, boundOre);
    const state =
      control.signal.reason === "stopping" ? "failed" : control.signal.aborted ? "cancelled" : "done";
    await endRun(db, runId, { state, bestOre: isKept ? reckoned.totalOre : null, boundOre }, new Date());
  } catch (err) {
    log.error({ err, planId }, "the search for a better plan failed");
    await endRun(db, runId, { state: "failed", bestOre: null, boundOre: null }, new Date()).catch(
      (cause: unknown) => log.error({ err: cause }, "a failed search could not be noted"),
    );
  } finally {
    clearInterval(teller);
  }
}
