import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import { hashOf, readForCouncil } from "#db/queries/council/read-frozen.ts";
import type { Actor } from "#domain/actor.ts";
import { needsReason, statusAfter, type CouncilEvent } from "#domain/council/council-step.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { holdCase, moveCase, type HeldCase } from "./hold-case.ts";

export type CouncilRefusal = "notFound" | "notNow" | "changed" | "inputsChanged" | "reasonMissing";

type Step = { event: Exclude<CouncilEvent, "submitted" | "funded">; words: string };

/**
 * Takes a step of the council with a case: a comment, sent back, approved, rejected; or of whoever carries it out. Who
 * approves or rejects has seen what was frozen: where the register or the case says otherwise by now, it must be submitted
 * anew first.
 */
export async function decideCase(
  db: Db,
  actor: Actor,
  seen: { id: Id; version: number },
  { event, words }: Step,
  now: Date,
): Promise<Result<Id, CouncilRefusal>> {
  if (needsReason(event) && !words.trim()) return refused("reasonMissing");
  const today = dayAt(now);
  return db.transaction(async (tx) => {
    const held = await holdCase(tx, actor, seen.id);
    if (!held) return refused("notFound");
    if (event !== "commented" && held.version !== seen.version) return refused("changed");
    const status = statusAfter(held.status, event, await councilPartsOf(tx, actor, today));
    if (!status) return refused("notNow");
    const isDecision = event === "approved" || event === "rejected";
    if (isDecision && !(await isAsSubmitted(tx, actor, held, today))) return refused("inputsChanged");
    await moveCase(tx, actor, held, {
      event,
      status,
      submissionId: held.submissionId,
      words: words.trim(),
      at: now,
    });
    await recordChange(tx, actor, {
      ...{ action: event, entity: "colocationCase", entityId: held.id },
      changes: status === held.status ? {} : { status: { from: held.status, to: status } },
    });
    return done(held.id);
  });
}

/** Whether a case still says what it said when it was submitted. */
export async function isAsSubmitted(tx: Db, actor: Actor, held: HeldCase, today: Day): Promise<boolean> {
  const [frozen] = await tx.execute<{ sha256: string }>(
    sql`select inputs_sha256 as sha256 from council_submission where id = ${held.submissionId}::uuid`,
  );
  const inputs = await readForCouncil(tx, actor, held.id, today);
  return Boolean(frozen && inputs && frozen.sha256 === hashOf(inputs));
}
