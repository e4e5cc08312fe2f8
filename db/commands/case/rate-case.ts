import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { withinCaseScope } from "#db/queries/case/visible-cases.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { isOpen, orderStates } from "#domain/order/order-state.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

const openStates = orderStates.filter(isOpen);

/**
 * How it went, 1 to 5, by whoever asked or leads the unit it was for, once the case has ended. The last answer stands.
 */
export async function rateCase(
  db: Db,
  actor: Actor,
  caseId: Id,
  score: 1 | 2 | 3 | 4 | 5,
  now: Date,
): Promise<Result<null, "notFound" | "tooEarly">> {
  return db.transaction(async (tx) => {
    const [found] = await tx.execute<{ isOver: boolean; before: number | null }>(sql`
      select not exists (select 1 from service_order o where o.case_id = c.id
                            and o.state = any (${sql.param(openStates)}::text[])) as "isOver",
             (select r.score from case_rating r where r.case_id = c.id) as before
        from service_case c
       where c.id = ${caseId} and c.organisation_id = ${actor.organisationId}
         and (c.asked_by = ${actor.accountId} or ${withinCaseScope(actor, sql`c`, "write")})`);
    if (!found) return refused("notFound");
    if (!found.isOver) return refused("tooEarly");
    await tx.execute(sql`
      insert into case_rating (case_id, organisation_id, score, rated_at, account_id)
      values (${caseId}, ${actor.organisationId}, ${score}, ${now.toISOString()}::timestamptz, ${actor.accountId})
      on conflict (case_id) do update set score = excluded.score, rated_at = excluded.rated_at, account_id = excluded.account_id`);
    const changes = { score: { from: found.before, to: score } };
    await recordChange(tx, actor, { action: "rate", entity: "case", entityId: caseId, changes });
    return done(null);
  });
}
