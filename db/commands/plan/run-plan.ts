import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { lockDraft, lockPlan } from "./own-plan.ts";

const at = (now: Date) => now.toISOString();

/** A search that nobody has heard of for so long is lost: its server ended. */
export const LOST_AFTER_MS = 30_000;

/** Notes that a better plan is being looked for. One search a plan at a time. */
export const startRun = (
  db: Db,
  actor: Actor,
  plan: { id: Id; version: number },
  secondsAtMost: number,
  now: Date,
): Promise<Result<Id, "notFound" | "notDraft" | "changed" | "isRunning" | "notReckoned">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, plan.id, plan.version);
    if (!draft.ok) return draft;
    if (draft.value.reckonedOn === null) return refused("notReckoned");
    await failLostRuns(tx, actor.organisationId, now);
    const [run] = await tx.execute<{ id: Id }>(sql`
      insert into plan_run (id, organisation_id, plan_id, state, seconds_at_most, started_by, started_at, seen_at)
      values (${newId()}, ${actor.organisationId}, ${plan.id}, 'running', ${secondsAtMost}, ${actor.accountId},
              ${at(now)}::timestamptz, ${at(now)}::timestamptz)
      on conflict do nothing returning id`);
    if (!run) return refused("isRunning");
    await recordChange(tx, actor, { action: "search", entity: "plan", entityId: plan.id });
    return done(run.id);
  });

/** Asks a search to end; whoever runs it sees that within a second or two. */
export const cancelRun = (db: Db, actor: Actor, planId: Id, now: Date): Promise<Result<Id, "notFound">> =>
  db.transaction(async (tx) => {
    if (!(await lockPlan(tx, actor, planId))) return refused("notFound");
    await failLostRuns(tx, actor.organisationId, now);
    const found = await tx.execute(sql`
      update plan_run set cancel_requested_at = coalesce(cancel_requested_at, ${at(now)}::timestamptz)
       where plan_id = ${planId} and state = 'running' returning id`);
    if (found.length === 0) return refused("notFound");
    await recordChange(tx, actor, { action: "cancelSearch", entity: "plan", entityId: planId });
    return done(planId);
  });

interface RunNews {
  bestOre: number | null;
  boundOre: number | null;
  seconds: number;
}

/** Says how far a search has come and that it lives; returns whether someone asks it to end, or it is over already. */
export async function noteRun(db: Db, runId: Id, news: RunNews, now: Date): Promise<"goOn" | "cancel"> {
  const [run] = await db.execute<{ cancel: boolean }>(sql`
    update plan_run set seen_at = ${at(now)}::timestamptz, best_ore = ${whole(news.bestOre)}::bigint,
           bound_ore = ${whole(news.boundOre)}::bigint, progress = ${JSON.stringify({ seconds: news.seconds })}::jsonb
     where id = ${runId} and state = 'running' returning cancel_requested_at is not null as cancel`);
  return !run || run.cancel ? "cancel" : "goOn";
}

const whole = (ore: number | null): number | null => (ore === null ? null : Math.round(ore));

/** Ends a search: done (with what it found, if anything), cancelled or failed. */
export async function endRun(
  db: Db,
  runId: Id,
  end: { state: "done" | "cancelled" | "failed"; bestOre: number | null; boundOre: number | null },
  now: Date,
): Promise<void> {
  await db.execute(sql`
    update plan_run set state = ${end.state}, best_ore = ${whole(end.bestOre)}::bigint,
           bound_ore = coalesce(${whole(end.boundOre)}::bigint, bound_ore), finished_at = ${at(now)}::timestamptz,
           seen_at = ${at(now)}::timestamptz
     where id = ${runId} and state = 'running'`);
}

/** Searches whose server ended with them are failed, so that another can begin. */
export async function failLostRuns(db: Db, organisationId: Id, now: Date): Promise<void> {
  await db.execute(sql`
    update plan_run set state = 'failed', finished_at = ${at(now)}::timestamptz
     where organisation_id = ${organisationId} and state = 'running'
       and seen_at < ${at(new Date(now.getTime() - LOST_AFTER_MS))}::timestamptz`);
}
