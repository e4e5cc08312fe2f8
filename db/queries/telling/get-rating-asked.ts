import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/** A case whose asker can say how it went. */
export interface RatingAsked {
  caseId: Id;
  number: string;
  askedBy: Id | null;
  askerEmail: string | null;
  score: number | null;
  isOver: boolean;
}

/**
 * Whether a case is over (every order has ended, and at least one was done and not merely declined) and what was said of
 * it; null where the case is not there.
 */
export async function getRatingAsked(db: Db, organisationId: Id, caseId: Id): Promise<RatingAsked | null> {
  const rows = await db.execute<RatingAsked & Record<string, unknown>>(sql`
    select c.id as "caseId", c.number, c.asked_by as "askedBy", c.asker_email as "askerEmail", r.score,
           coalesce((select bool_and(o.state in ('confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog'))
                        and bool_or(o.state in ('confirmed', 'closed'))
                       from service_order o where o.case_id = c.id), false) as "isOver"
      from service_case c left join case_rating r on r.case_id = c.id
     where c.id = ${caseId} and c.organisation_id = ${organisationId} limit 1`);
  return rows[0] ?? null;
}
