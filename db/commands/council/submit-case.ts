import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import { hashOf, readForCouncil } from "#db/queries/council/read-frozen.ts";
import { councilSubmission } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { statusAfter } from "#domain/council/council-step.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { holdCase, moveCase } from "./hold-case.ts";

export type SubmitRefusal = "notFound" | "notNow" | "changed" | "noScenario" | "noMeeting";

/**
 * Puts a case before the council: everything it rests on is frozen with its hash, and the scenario that is recommended is
 * named. Submitted anew it has another round, and the council decides on that.
 */
export async function submitCase(
  db: Db,
  actor: Actor,
  seen: { id: Id; version: number },
  { scenarioId, meetingId, words }: { scenarioId: Id; meetingId: Id | null; words: string },
  now: Date,
): Promise<Result<{ round: number; sha256: string }, SubmitRefusal>> {
  const today = dayAt(now);
  return db.transaction(async (tx) => {
    const held = await holdCase(tx, actor, seen.id);
    if (!held) return refused("notFound");
    if (held.version !== seen.version) return refused("changed");
    const status = statusAfter(held.status, "submitted", await councilPartsOf(tx, actor, today));
    if (!status) return refused("notNow");
    const inputs = await readForCouncil(tx, actor, seen.id, today);
    if (!inputs) return refused("notFound");
    if (!inputs.scenarios.some(({ id, isBase }) => id === scenarioId && !isBase))
      return refused("noScenario");
    if (meetingId && !(await isMeeting(tx, actor, meetingId))) return refused("noMeeting");
    const [last] = await tx.execute<{ round: number }>(
      sql`select coalesce(max(round), 0)::int as round from council_submission where case_id = ${seen.id}::uuid`,
    );
    const [id, round, sha256] = [newId(), last!.round + 1, hashOf(inputs)];
    await tx.insert(councilSubmission).values({
      ...{ id, organisationId: actor.organisationId, caseId: seen.id, round, meetingId, scenarioId, inputs },
      ...{ inputsSha256: sha256, submittedBy: actor.accountId, submittedAt: now },
    });
    await moveCase(tx, actor, held, { event: "submitted", status, submissionId: id, words, at: now });
    await recordChange(tx, actor, {
      ...{ action: "submit", entity: "colocationCase", entityId: seen.id },
      changes: {
        status: { from: held.status, to: status },
        round: { from: last!.round || null, to: round },
        inputsSha256: { from: null, to: sha256 },
      },
    });
    return done({ round, sha256 });
  });
}

async function isMeeting(tx: Db, { organisationId }: Actor, id: Id): Promise<boolean> {
  const rows = await tx.execute(
    sql`select 1 from council_meeting where id = ${id}::uuid and organisation_id = ${organisationId}`,
  );
  return rows.length === 1;
}
