import type { Db } from "#db/client.server.ts";
import { listFreshEvents } from "#db/queries/case/list-fresh-events.ts";
import { listLiveSessions } from "#db/queries/list-live-sessions.ts";
import type { Id } from "#domain/id.ts";
import type { JobLog } from "#app/jobs/runner/job-log.ts";

/** Someone who has a case open. */
export interface Listener {
  caseId: Id;
  organisationId: Id;
  accountId: Id;
  /** The session's hash in hex: when it ends, so does the listening. */
  sessionHash: string;
  /** Something happened to the case. */
  onEvent: () => void;
  /** Nothing more will come: the session has ended, or the server stops. */
  onEnd: () => void;
}

/** Tells the pages that are open what happens, with one question to the database a second however many they are. */
export interface LiveCases {
  /** Begins to listen; the function returned ends it. Null where the account has too many pages open. */
  listen: (listener: Listener) => (() => void) | null;
  stop: () => void;
}

const pollMs = 1_000;
const pollsBetweenSessionChecks = 5;
/** An event can be committed after a later one; so far back each question looks again. */
const overlapMs = 15_000;
/** More open pages of one account than people have, and fewer than a program would open. */
const mostAnAccount = 12;

/** Listeners of this process, and the clock that asks for them; it stands still while nobody listens. */
export function createLiveCases(db: Db, log: JobLog): LiveCases {
  const listeners = new Set<Listener>();
  let told = new Map<Id, number>();
  let timer: NodeJS.Timeout | undefined;
  let polls = 0;
  let startedAt = 0;

  const tellOfEvents = async (now: number) => {
    const organisationIds = [...new Set([...listeners].map((one) => one.organisationId))];
    const since = new Date(Math.max(startedAt, now - overlapMs));
    const fresh = await listFreshEvents(db, organisationIds, since);
    const news = new Set(fresh.filter(({ id }) => !told.has(id)).map(({ caseId }) => caseId));
    told = new Map([...told].filter(([, at]) => at > now - 2 * overlapMs));
    for (const { id } of fresh) told.set(id, now);
    for (const one of [...listeners]) if (news.has(one.caseId)) one.onEvent();
  };

  const endWhatEnded = async (now: number) => {
    const hashes = [...new Set([...listeners].map((one) => one.sessionHash))];
    const alive = await listLiveSessions(db, hashes, new Date(now));
    for (const one of [...listeners]) if (!alive.has(one.sessionHash)) one.onEnd();
  };

  const poll = async () => {
    try {
      const now = Date.now();
      await tellOfEvents(now);
      if (++polls % pollsBetweenSessionChecks === 0) await endWhatEnded(now);
    } catch (error) {
      log.warn({ err: error }, "open pages could not be told what happened");
    }
    timer = listeners.size > 0 ? setTimeout(() => void poll(), pollMs).unref() : undefined;
  };

  const begin = () => {
    if (timer) return;
    startedAt = Date.now();
    timer = setTimeout(() => void poll(), pollMs).unref();
  };

  return {
    listen: (listener) => {
      const own = [...listeners].filter((one) => one.accountId === listener.accountId);
      if (own.length >= mostAnAccount) return null;
      listeners.add(listener);
      begin();
      return () => void listeners.delete(listener);
    },
    stop: () => {
      clearTimeout(timer);
      for (const one of [...listeners]) one.onEnd();
      listeners.clear();
    },
  };
}
