import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Takes a cost back, with why; it and its split stay to be read, and nobody bears it. */
export const withdrawSharedCost = (
  db: Db,
  actor: Actor,
  id: Id,
  why: string,
  now: Date,
): Promise<Result<null, "notAllowed" | "notFound" | "why">> =>
  db.transaction(async (tx) => {
    if (!mayCharge(actor)) return refused("notAllowed");
    const said = why.trim().slice(0, 500);
    if (said.length < 3) return refused("why");
    const taken = await tx.execute(sql`
      update shared_cost set withdrawn_by = ${actor.accountId}, withdrawn_at = ${now.toISOString()}::timestamptz, withdrawn_why = ${said}
       where id = ${id} and organisation_id = ${actor.organisationId} and withdrawn_at is null returning id`);
    if (taken.length === 0) return refused("notFound");
    await recordChange(tx, actor, {
      ...{ action: "withdraw", entity: "sharedCost", entityId: id },
      changes: { why: { from: null, to: said } },
    });
    return done(null);
  });
