import { stepOrderAs } from "#db/commands/case/step-order.ts";
import type { Db } from "#db/client.server.ts";
import { listLongDone } from "#db/queries/case/list-long-done.ts";
import { newId, type Id } from "#domain/id.ts";

/** So long the asker has to say that something is missing. Source: the project's own judgement. */
export const CLOSES_AFTER_DAYS = 14;

const mostAtOnce = 200;

/** Closes what was done two weeks ago and nobody has spoken of since; it can be opened again afterwards. */
export async function closeLongDone(db: Db, organisationId: Id, now: Date): Promise<void> {
  const before = new Date(now.getTime() - CLOSES_AFTER_DAYS * 24 * 60 * 60_000);
  const author = {
    ...{ accountId: null, organisationId, name: "Ejendomsportalen" },
    ...{ standings: ["dispatcher" as const], decidesFor: null },
  };
  for (;;) {
    const orders = await listLongDone(db, organisationId, before, mostAtOnce);
    let closed = 0;
    for (const { id: orderId } of orders) {
      const form = { eventId: newId(), orderId, event: "close" as const };
      const answer = await db.transaction((tx) => stepOrderAs(tx, author, form, now));
      if (answer.ok) closed++;
    }
    if (orders.length < mostAtOnce || closed === 0) return;
  }
}
