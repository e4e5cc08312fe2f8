import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getWholeCondition } from "#db/queries/condition/get-whole-condition.ts";
import { elementObservation, survey } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { happenedWithin } from "#domain/order/waiting.ts";
import type { SurveyCommand, SurveyRefusal } from "#domain/survey/survey-command.ts";
import { recordChange } from "../record-change.ts";
import { endGoneElements } from "./end-gone-elements.ts";
import { lockOpenSurvey } from "./lock-survey.ts";
import { needsInvestigation } from "./observe-element.ts";
import { reckonBacklog } from "./reckon-backlog.ts";

type Sign = Extract<SurveyCommand, { kind: "sign" }>;

/**
 * Signs a survey: its elements take over what was measured, those that are gone end, the building gets its condition, and its backlog is reckoned
 * anew. After this nothing in it changes; another survey may amend it.
 */
export async function signSurvey(
  tx: Db,
  actor: Actor,
  { surveyId, note, happenedAt }: Sign,
  now: Date,
): Promise<SurveyRefusal | null> {
  const locked = await lockOpenSurvey(tx, actor, surveyId, now);
  if (!locked.ok) return locked.refusal;
  const open = locked.value;
  if (!(await hasSeen(tx, surveyId))) return "nothingSeen";
  const { buildingId, surveyedOn: on } = open;
  const condition = await getWholeCondition(tx, { surveyId, buildingId, on });
  const signedAt = happenedWithin(new Date(happenedAt), open.startedAt ?? new Date(0), now);
  await tx.execute(sql`
    update element e set quantity = o.quantity from element_observation o
     where o.survey_id = ${surveyId} and e.id = o.element_id and o.quantity is not null
       and o.quantity <> e.quantity and not exists (
         select 1 from element_observation x join survey s on s.id = x.survey_id
          where x.element_id = e.id and s.signed_at is not null and s.surveyed_on > ${on}::date)`);
  await endGoneElements(tx, surveyId, on);
  const grade = condition === null ? needsInvestigation : null;
  const version = open.version + 1;
  await tx
    .update(survey)
    .set({ condition, grade, signedAt, note: note || null, version })
    .where(eq(survey.id, surveyId));
  await recordChange(tx, actor, {
    ...{ action: "sign", entity: "survey", entityId: surveyId },
    changes: { condition: { from: null, to: condition ?? needsInvestigation } },
  });
  await reckonBacklog(tx, open.organisationId, [buildingId], dayAt(now));
  return null;
}

/** Whether a survey says anything of any element. */
async function hasSeen(tx: Db, surveyId: Id): Promise<boolean> {
  const rows = await tx
    .select({ id: elementObservation.id })
    .from(elementObservation)
    .where(eq(elementObservation.surveyId, surveyId))
    .limit(1);
  return rows.length > 0;
}
