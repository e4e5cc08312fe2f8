import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { caseVisibleTo } from "#db/queries/case/visible-cases.ts";
import { getWork } from "#db/queries/works/get-work.ts";
import { workEvidence } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { EvidenceForm } from "#domain/works/work-forms.ts";
import { keepBacklog } from "../kept-backlog/keep-backlog.ts";
import { changeWork } from "./change-work.ts";
import { lockWork, type LockRefusal } from "./lock-work.ts";

export type EvidenceRefusal = LockRefusal | "unknownCase" | "otherBuilding" | "attachedAlready" | "notHigher";

/**
 * Attaches a case of the same building to a work as evidence of it; the case stays what it is. It may raise what would
 * follow if the work were left undone, never lower it, and the reason stands with it.
 */
export const attachEvidence = (
  db: Db,
  actor: Actor,
  workId: Id,
  form: EvidenceForm,
  now: Date,
): Promise<Result<null, EvidenceRefusal>> =>
  db.transaction(async (tx) => {
    const today = dayAt(now);
    const locked = await lockWork(tx, actor, workId, today, null);
    if (!locked.ok) return locked;
    const [found] = await tx.execute<{ id: Id; buildingId: Id }>(sql`
      select c.id, c.building_id as "buildingId" from service_case c
       where c.number = ${form.caseNumber} and ${caseVisibleTo(actor, sql`c`, today)}`);
    if (!found) return refused("unknownCase");
    if (found.buildingId !== locked.value.buildingId) return refused("otherBuilding");
    const file = (await getWork(tx, actor, workId, today))!;
    const { raisedConsequence, raisedReason } = form;
    const known = Math.max(file.consequence, file.raisedConsequence ?? 1);
    if (raisedConsequence !== null && raisedConsequence <= known) return refused("notHigher");
    const rows = await tx
      .insert(workEvidence)
      .values({
        ...{ id: newId(), organisationId: actor.organisationId, workId, caseId: found.id },
        ...{ note: form.note || null, addedBy: actor.accountId, addedAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: workEvidence.id });
    if (rows.length === 0) return refused("attachedAlready");
    const raised = raisedConsequence === null ? {} : { raisedConsequence, raisedReason };
    const evidence = { evidence: { from: null, to: form.caseNumber } };
    await changeWork(tx, actor, locked.value, "attachEvidence", raised, evidence);
    if (raisedConsequence !== null) await keepBacklog(tx, actor.organisationId, [found.buildingId]);
    return done(null);
  });
