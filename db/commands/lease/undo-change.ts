import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getLease } from "#db/queries/rent/get-lease.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { refreshPortfolio } from "../refresh-portfolio.ts";
import { isTaken } from "./confirm-change.ts";
import { mayRestore, restoreSnapshot, type LeaseSnapshot } from "./lease-snapshot.ts";
import { refreshLeaseLevels } from "./refresh-lease-levels.ts";

export type StepRefusal = "notAllowed" | "notFound";

interface Standing extends Record<string, unknown> {
  id: Id;
  contractId: Id;
  state: string;
  effectiveOn: Day;
  undo: LeaseSnapshot;
  isLast: boolean;
  hasBegun: boolean;
}

/** A change of a lease that the actor keeps, held for the transaction. */
async function held(tx: Db, actor: Actor, id: Id): Promise<Result<Standing, StepRefusal>> {
  const [change] = await tx.execute<Standing>(sql`
    select c.id, c.contract_id as "contractId", c.state, c.effective_on::text as "effectiveOn", c.undo,
           not exists (select 1 from lease_change x where x.contract_id = c.contract_id and x.number > c.number and x.state = 'confirmed') as "isLast",
           exists (select 1 from lease_change_step s where s.change_id = c.id and s.done_on is not null) as "hasBegun"
      from lease_change c where c.id = ${id} and c.organisation_id = ${actor.organisationId} for update`);
  const lease = change && (await getLease(tx, actor, change.contractId));
  if (!change || !lease) return refused("notFound");
  return keepsLeases(actor) ? done(change) : refused("notAllowed");
}

/**
 * Takes a change back while nothing has come of it: its day has not come, none of its steps is done, and no later change rests
 * on it. Premises, rent, terms and services are as they were; the case stays, as undone.
 */
export async function undoChange(
  db: Db,
  actor: Actor,
  id: Id,
  now: Date,
): Promise<Result<null, StepRefusal | "tooLate">> {
  try {
    return await db.transaction(async (tx) => {
      const found = await held(tx, actor, id);
      if (!found.ok) return found;
      const { contractId, state, effectiveOn, undo, isLast, hasBegun } = found.value;
      const today = dayAt(now);
      if (state !== "confirmed" || effectiveOn <= today || !isLast || hasBegun) return refused("tooLate");
      if (!(await mayRestore(tx, undo))) return refused("tooLate");
      await restoreSnapshot(tx, undo);
      await tx.execute(
        sql`update lease_change set state = 'undone', undone_at = ${now.toISOString()}::timestamptz where id = ${id}`,
      );
      await tx.execute(
        sql`update lease_amendment set taken_back_at = ${now.toISOString()}::timestamptz where change_id = ${id}`,
      );
      await refreshPortfolio(tx, actor.organisationId, undo.buildingIds);
      await refreshLeaseLevels(tx, actor.organisationId, [contractId]);
      await recordChange(tx, actor, { action: "undo", entity: "leaseChange", entityId: id });
      return done(null);
    });
  } catch (error) {
    if (isTaken(error)) return refused("tooLate");
    throw error;
  }
}

/** Notes a step of a change as done on a day, or as not done. With all of them done the change is. */
export async function markStep(
  db: Db,
  actor: Actor,
  id: Id,
  step: { key: string; doneOn: Day | null; note: string },
): Promise<Result<null, StepRefusal>> {
  return db.transaction(async (tx) => {
    const found = await held(tx, actor, id);
    if (!found.ok) return found;
    if (found.value.state === "undone") return refused("notAllowed");
    const rows = await tx.execute(sql`
      update lease_change_step set done_on = ${step.doneOn}::date, done_by = ${step.doneOn && actor.accountId}, note = ${step.note.slice(0, 2_000)}
       where change_id = ${id} and key = ${step.key} returning id`);
    if (rows.length === 0) return refused("notFound");
    await tx.execute(sql`
      update lease_change set state = case when exists (select 1 from lease_change_step s where s.change_id = ${id} and s.done_on is null)
        then 'confirmed' else 'done' end where id = ${id}`);
    await recordChange(tx, actor, {
      ...{ action: "step", entity: "leaseChange", entityId: id },
      changes: { [step.key]: { from: null, to: step.doneOn } },
    });
    return done(null);
  });
}
