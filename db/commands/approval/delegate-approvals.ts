import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { approvalDelegation } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { DelegationForm } from "#domain/approval/delegation-form.ts";
import { addDays, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export type DelegateRefusal = "unknownPerson" | "oneself" | "isOver" | "alreadyDelegated";

/**
 * Lets a colleague answer in one's place from a day to a day, both included. It ends by itself; what the colleague decides
 * meanwhile is written down as decided for the one who asked.
 */
export async function delegateApprovals(
  db: Db,
  actor: Actor,
  form: DelegationForm,
  today: Day,
): Promise<Result<Id, DelegateRefusal>> {
  const { organisationId, accountId } = actor;
  if (form.lastDay < today) return refused("isOver");
  return db.transaction(async (tx) => {
    const [colleague] = await tx.execute<{ id: Id; name: string }>(sql`
      select id, name from account where organisation_id = ${organisationId} and lower(email) = lower(${form.email})
         and disabled_at is null limit 1`);
    if (!colleague) return refused("unknownPerson");
    if (colleague.id === accountId) return refused("oneself");
    const validTo = addDays(form.lastDay, 1);
    const [overlapping] = await tx.execute(sql`
      select 1 from approval_delegation
       where account_id = ${accountId} and delegate_id = ${colleague.id}
         and valid_from < ${validTo}::date and valid_to > ${form.firstDay}::date limit 1`);
    if (overlapping) return refused("alreadyDelegated");
    const id = newId();
    const days = { validFrom: form.firstDay, validTo };
    await tx
      .insert(approvalDelegation)
      .values({ id, organisationId, accountId, delegateId: colleague.id, ...days });
    await recordChange(tx, actor, {
      ...{ action: "delegate", entity: "approvalDelegation", entityId: id },
      changes: {
        to: { from: null, to: colleague.name },
        days: { from: null, to: `${form.firstDay} – ${form.lastDay}` },
      },
    });
    return done(id);
  });
}

/** Takes a delegation back: it ends today, or is gone where it had not begun. False where it is none of the actor's. */
export async function endDelegation(db: Db, actor: Actor, id: Id, today: Day): Promise<boolean> {
  return db.transaction(async (tx) => {
    const own = sql`id = ${id} and account_id = ${actor.accountId} and organisation_id = ${actor.organisationId}`;
    const ended = await tx.execute<{ validTo: Day }>(sql`
      update approval_delegation set valid_to = ${today}::date
       where ${own} and valid_from < ${today}::date and valid_to > ${today}::date returning valid_to as "validTo"`);
    const removed = ended.length
      ? []
      : await tx.execute(
          sql`delete from approval_delegation where ${own} and valid_from >= ${today}::date returning 1`,
        );
    if (ended.length + removed.length === 0) return false;
    await recordChange(tx, actor, { action: "endDelegation", entity: "approvalDelegation", entityId: id });
    return true;
  });
}
