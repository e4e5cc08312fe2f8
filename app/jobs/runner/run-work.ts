import { claimWork, type ClaimedWork } from "#db/commands/outbox/claim-work.ts";
import { failWork, finishWork } from "#db/commands/outbox/settle-work.ts";
import type { Db } from "#db/client.server.ts";
import { wordsOf, type JobLog } from "./job-log.ts";

/**
 * What is done for one kind of work. `within` writes only to the database and is done exactly once: its writes and the
 * note that it is done are one transaction. `outside` reaches beyond it (mail) and may be done twice where the process
 * dies between doing and noting, so what it does must bear that.
 */
export type WorkHandler =
  | { within: (tx: Db, work: ClaimedWork, now: Date) => Promise<void> }
  | { outside: (work: ClaimedWork, now: Date) => Promise<void> };

export type WorkHandlers = Readonly<Record<string, WorkHandler>>;

export interface WorkRun {
  db: Db;
  handlers: WorkHandlers;
  log: JobLog;
  clock: () => Date;
}

const mostAtOnce = 20;
/** Longer than the slowest batch: sending gives up after half a minute, and four are sent at a time. */
const leaseMs = 5 * 60_000;
const sideBySide = 4;

/** Takes what is due and does it; returns how much that was. */
export async function runDueWork(run: WorkRun): Promise<number> {
  const claim = { kinds: Object.keys(run.handlers), most: mostAtOnce, leaseMs };
  const works = await claimWork(run.db, claim, run.clock());
  const queue = [...works];
  const lane = async () => {
    for (let work = queue.shift(); work; work = queue.shift()) await doOne(run, work);
  };
  await Promise.all(Array.from({ length: sideBySide }, lane));
  return works.length;
}

async function doOne(run: WorkRun, work: ClaimedWork): Promise<void> {
  const { db, handlers, log, clock } = run;
  const handler = handlers[work.kind]!;
  try {
    if ("within" in handler) {
      await db.transaction(async (tx) => {
        if (await finishWork(tx, work, clock())) await handler.within(tx, work, clock());
      });
      return;
    }
    await handler.outside(work, clock());
    await finishWork(db, work, clock());
  } catch (error) {
    const fate = await failWork(db, work, wordsOf(error), clock());
    const about = { kind: work.kind, key: work.key, attempts: work.attempts, err: error };
    if (fate === "givenUp") log.error(about, "work given up");
    else log.warn(about, "work failed and is tried again");
  }
}
