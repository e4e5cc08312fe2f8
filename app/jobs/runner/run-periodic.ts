import {
  ensurePeriodicWork,
  leasePeriodicWork,
  returnPeriodicWork,
  type LeasedWork,
} from "#db/commands/outbox/lease-periodic-work.ts";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { wordsOf, type JobLog } from "./job-log.ts";

/** Work that comes again by the clock, for each organisation. It must bear being done again from the start. */
export interface PeriodicWork {
  everyMs: number;
  run: (db: Db, organisationId: Id, now: Date) => Promise<void>;
}

export interface PeriodicRun {
  db: Db;
  works: Readonly<Record<string, PeriodicWork>>;
  /** Names this process among those that share the database. */
  holder: string;
  log: JobLog;
  clock: () => Date;
}

const leaseMs = 10 * 60_000;
/** What failed is tried again soon, and not at once. */
const afterErrorMs = 60_000;

/** Does what is due and free; returns the names of what it did. */
export async function runDuePeriodicWork(run: PeriodicRun): Promise<string[]> {
  const names = Object.keys(run.works);
  await ensurePeriodicWork(run.db, names, run.clock());
  const leased = await leasePeriodicWork(run.db, run.holder, names, leaseMs, run.clock());
  for (const work of leased) await doOne(run, work);
  return leased.map((work) => work.name);
}

async function doOne({ db, works, log, clock }: PeriodicRun, work: LeasedWork): Promise<void> {
  const { everyMs, run } = works[work.name]!;
  const startedAt = clock();
  let error = "";
  try {
    await run(db, work.organisationId, startedAt);
  } catch (cause) {
    error = wordsOf(cause);
    log.error({ work: work.name, err: cause }, "periodic work failed");
  }
  const dueAt = new Date(startedAt.getTime() + (error ? Math.min(afterErrorMs, everyMs) : everyMs));
  await returnPeriodicWork(db, work, { dueAt, error }, clock());
}
