import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { caseEvent } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";

/** The events of an order, oldest first, as the clock reads them. */
export const listStateChanges = (db: Db, orderId: Id) =>
  db
    .select({
      event: caseEvent.event,
      fromState: caseEvent.fromState,
      toState: caseEvent.toState,
      happenedAt: caseEvent.happenedAt,
    })
    .from(caseEvent)
    .where(eq(caseEvent.orderId, orderId))
    .orderBy(asc(caseEvent.recordedAt), asc(caseEvent.happenedAt), asc(caseEvent.id));
