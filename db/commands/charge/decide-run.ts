import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import {
  decideRun as decide,
  type ChargeDecision,
  type ChargeRunStatus,
  type DecisionRefusal,
  type RunInHand,
} from "#domain/charge/charge-run-state.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** What became of a run; a status of null: the draft is gone. */
export interface DecidedRun {
  id: Id;
  status: ChargeRunStatus | null;
  totalOre: number;
}

export type DecideRefusal = DecisionRefusal | "notAllowed" | "notFound";

/**
 * Approves, issues, sends back or discards a run. Two who decide at once take turns: one wins, the other is told that it is done. What
 * is discarded had no effect on anybody, and the record tells of it.
 */
export const decideRun = (
  db: Db,
  actor: Actor,
  id: Id,
  decision: ChargeDecision,
  now: Date,
): Promise<Result<DecidedRun, DecideRefusal>> =>
  db.transaction(async (tx) => {
    if (!mayCharge(actor)) return refused("notAllowed");
    const [run] = await tx.execute<RunInHand & { period: string } & Record<string, unknown>>(sql`
      select status, made_by as "madeBy", approved_by as "approvedBy", period from charge_run
       where id = ${id} and organisation_id = ${actor.organisationId} for update`);
    if (!run) return refused("notFound");
    const answer = decide(run, decision, actor.accountId);
    if (!answer.ok) return answer;
    const status = answer.value;
    const [total] = await tx.execute<{ totalOre: number }>(sql`
      select coalesce(sum(total_ore), 0)::bigint as "totalOre" from charge where run_id = ${id}`);
    await apply(tx, actor, id, status, now);
    await recordChange(tx, actor, {
      ...{ action: decision, entity: "chargeRun", entityId: id },
      changes: {
        status: { from: run.status, to: status },
        period: { from: run.period, to: run.period },
        totalOre: { from: null, to: total!.totalOre },
      },
    });
    return done({ id, status, totalOre: total!.totalOre });
  });

async function apply(
  tx: Db,
  { accountId }: Actor,
  id: Id,
  status: ChargeRunStatus | null,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  if (status === null) await tx.execute(sql`delete from charge_run where id = ${id}`);
  else if (status === "approved")
    await tx.execute(sql`
      update charge_run set status = 'approved', approved_by = ${accountId}, approved_at = ${at}::timestamptz where id = ${id}`);
  else if (status === "issued")
    await tx.execute(sql`
      update charge_run set status = 'issued', issued_by = ${accountId}, issued_at = ${at}::timestamptz where id = ${id}`);
  else
    await tx.execute(
      sql`update charge_run set status = 'draft', approved_by = null, approved_at = null where id = ${id}`,
    );
}
