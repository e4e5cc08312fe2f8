import { gatherEvents, lockTelling } from "#db/commands/telling/gather-events.ts";
import { queueCaseMail } from "#db/commands/telling/queue-case-mail.ts";
import { queueWork } from "#db/commands/queue-work.ts";
import type { Db } from "#db/client.server.ts";
import { listNewsEvents, type NewsEvent } from "#db/queries/telling/get-case-news.ts";
import { getRatingAsked } from "#db/queries/telling/get-rating-asked.ts";
import { listHearers, listWorkers, type Hearer } from "#db/queries/telling/list-hearers.ts";
import type { Id } from "#domain/id.ts";
import { isForTheTeam, isTold } from "#domain/telling/told-events.ts";
import type { WorkHandler } from "../runner/run-work.ts";

/**
 * Works out who hears of an event, and of whatever else waits to be told of the same case: the asker, those who follow,
 * and, where something is asked of them, those who do the work; never whoever did it. Whether someone still may see the
 * case is asked when the mail is written.
 */
export const tellFollowers: WorkHandler = {
  within: async (tx, work, now) => {
    const { eventId, caseId } = work.payload as { eventId: Id; caseId: Id };
    const { organisationId } = work;
    await lockTelling(tx, organisationId, caseId);
    const along = await gatherEvents(tx, organisationId, caseId, now);
    const events = await listNewsEvents(tx, organisationId, [eventId, ...along]);
    if (events.some(({ event }) => event === "close" || event === "confirm"))
      await askHowItWent(tx, organisationId, caseId, new Date(now.getTime() + timeToRateMs));
    const told = events.filter(({ event, isInternal }) => !isInternal && isTold(event));
    if (told.length === 0) return;
    for (const { hearer, events } of await hearersOf(tx, organisationId, caseId, told))
      await queueCaseMail(tx, { organisationId, caseId, hearer, events }, now);
  },
};

interface Told {
  hearer: Hearer;
  events: NewsEvent[];
}

async function hearersOf(
  tx: Db,
  organisationId: Id,
  caseId: Id,
  events: readonly NewsEvent[],
): Promise<Told[]> {
  const hearers = await listHearers(tx, organisationId, caseId);
  const told = hearers.map((hearer) => ({ hearer, events: newsFor(hearer, events) }));
  const asked = events.filter(({ event }) => isForTheTeam(event));
  if (asked.length > 0) {
    const workers = await listWorkers(tx, organisationId, caseId, null);
    const known = new Set(hearers.map(({ accountId }) => accountId).filter(Boolean));
    const others = workers.filter(({ accountId }) => !accountId || !known.has(accountId));
    told.push(...others.map((hearer) => ({ hearer, events: newsFor(hearer, asked) })));
  }
  return told.filter(({ events }) => events.length > 0);
}

/** What is news to someone: everything but one's own doing. An asker without an account hears that it was received. */
const newsFor = ({ accountId }: Hearer, events: readonly NewsEvent[]): NewsEvent[] =>
  events.filter((event) => accountId === null || event.accountId !== accountId);

/** Whoever confirms is asked on the page at once; the mail goes to those who did not answer there. */
const timeToRateMs = 60 * 60_000;

/** Once a case: when the last of its orders is over. */
async function askHowItWent(tx: Db, organisationId: Id, caseId: Id, dueAt: Date): Promise<void> {
  const asked = await getRatingAsked(tx, organisationId, caseId);
  if (!asked?.isOver || asked.score !== null) return;
  await queueWork(tx, organisationId, { kind: "mailRating", key: caseId, payload: { caseId }, dueAt });
}
