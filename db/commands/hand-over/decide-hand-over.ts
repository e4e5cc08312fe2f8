import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { HandOverFacts } from "#domain/hand-over/hand-over-facts.ts";
import { stateAfter } from "#domain/hand-over/hand-over-state.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { queueWork } from "../queue-work.ts";
import { recordChange } from "../record-change.ts";
import { holdHandOver, moveHandOver, type SeenHandOver } from "./note-hand-over.ts";

export type DecideRefusal = "notAllowed" | "changed" | "notNow" | "wordsMissing";

/** Takes up a hand-over for checking, asks the administration back, or says that it is no lease for KEjd; and why. */
export async function decideHandOver(
  db: Db,
  actor: Actor,
  seen: SeenHandOver,
  { event, words }: { event: "checking" | "askedBack" | "rejected"; words: string },
  now: Date,
): Promise<Result<Id, DecideRefusal>> {
  if (event !== "checking" && !words.trim()) return refused("wordsMissing");
  return db.transaction(async (tx) => {
    const held = await holdHandOver(tx, actor, seen.id);
    if (!held) return refused("notAllowed");
    if (held.version !== seen.version) return refused("changed");
    const state = stateAfter(held.state, event, held.side);
    if (!state) return refused("notNow");
    await moveHandOver(tx, actor, held, { event, state, words: words.trim(), at: now });
    if (event !== "checking")
      await queueWork(tx, actor.organisationId, {
        ...{ kind: "mailHandOver", key: `${held.id}:${held.version + 1}`, dueAt: now },
        payload: { handOverId: held.id, event },
      });
    await recordChange(tx, actor, {
      ...{ action: event, entity: "handOver", entityId: held.id },
      changes: { state: { from: held.state, to: state } },
    });
    return done(held.id);
  });
}

/**
 * Puts the facts right: KEjd completes them while it checks, the administration answers what it was asked. Which lease of
 * the register it is stays as it was handed over.
 */
export async function completeHandOver(
  db: Db,
  actor: Actor,
  seen: SeenHandOver,
  { facts, unitId }: { facts: HandOverFacts; unitId: Id | null },
  now: Date,
): Promise<Result<Id, DecideRefusal>> {
  return db.transaction(async (tx) => {
    const held = await holdHandOver(tx, actor, seen.id);
    if (!held) return refused("notAllowed");
    if (held.version !== seen.version) return refused("changed");
    const event = held.side === "kejd" ? "completed" : "answered";
    const state = stateAfter(held.state, event, held.side);
    if (!state) return refused("notNow");
    await tx.execute(sql`
      update hand_over set facts = ${JSON.stringify(facts)}::text::jsonb, unit_id = ${unitId}
       where id = ${held.id}::uuid and organisation_id = ${actor.organisationId}`);
    await moveHandOver(tx, actor, held, { event, state, words: facts.note, at: now });
    const changed = (Object.keys(facts) as (keyof HandOverFacts)[]).filter(
      (field) => JSON.stringify(facts[field]) !== JSON.stringify(held.facts[field]),
    );
    await recordChange(tx, actor, {
      ...{ action: event, entity: "handOver", entityId: held.id },
      changes: Object.fromEntries(
        changed.map((field) => [field, { from: held.facts[field], to: facts[field] }]),
      ),
    });
    return done(held.id);
  });
}
