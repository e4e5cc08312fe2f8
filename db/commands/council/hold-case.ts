import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { visibleCases } from "#db/queries/colocation/visible-cases.ts";
import { councilEvent } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseStatus } from "#domain/colocation/case-status.ts";
import type { CouncilEvent } from "#domain/council/council-step.ts";
import { newId, type Id } from "#domain/id.ts";
import { isInCouncil } from "#db/queries/council/visible-council.ts";

export interface HeldCase {
  id: Id;
  status: CaseStatus;
  version: number;
  submissionId: Id | null;
}

/** A case held until the transaction ends, with what was last submitted of it; null where the actor may not know of it. */
export async function holdCase(tx: Db, actor: Actor, id: Id): Promise<HeldCase | null> {
  const [row] = await tx.execute<HeldCase & Record<string, unknown>>(sql`
    select c.id, c.status, c.version,
           (select s.id from council_submission s where s.case_id = c.id order by s.round desc limit 1) as "submissionId"
      from colocation_case c
     where c.id = ${id}::uuid and (${visibleCases(actor)} or ${isInCouncil(actor)}) for update of c`);
  return row ?? null;
}

interface Step {
  event: CouncilEvent;
  status: CaseStatus;
  submissionId: Id | null;
  words: string;
  at: Date;
}

/** Writes where a case stands after a step, and the step itself. A comment moves nothing. */
export async function moveCase(
  tx: Db,
  actor: Actor,
  held: HeldCase,
  { event, status, submissionId, words, at }: Step,
): Promise<void> {
  if (status !== held.status)
    await tx.execute(sql`
      update colocation_case set status = ${status}, version = version + 1
       where id = ${held.id}::uuid and organisation_id = ${actor.organisationId}`);
  await tx.insert(councilEvent).values({
    ...{ id: newId(), organisationId: actor.organisationId, caseId: held.id, submissionId, at, event, words },
    ...{ accountId: actor.accountId, actorName: actor.name },
  });
}
