import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getWholeCondition } from "#db/queries/condition/get-whole-condition.ts";
import { elementObservation, survey } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { yearOf } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { FinishWorkForm } from "#domain/works/work-forms.ts";
import { recordChange } from "../record-change.ts";
import { purposeOf, type FinishedElement } from "./finished-elements.ts";
import type { LockedWork } from "./lock-work.ts";

/** As new: the element begins its life again. */
const asNew = 1;

/**
 * Writes what is seen as a work is finished: a signed observation of its elements, which is no survey of the building.
 * What else the elements need is carried over, at the price it has; an element that still needs upkeep stays as it was seen.
 */
export async function noteRenewal(
  tx: Db,
  actor: Actor,
  work: LockedWork,
  elements: readonly FinishedElement[],
  { doneOn, conditions, note }: FinishWorkForm,
  now: Date,
): Promise<void> {
  const { organisationId, buildingId } = work;
  const surveyId = newId();
  await tx.insert(survey).values({
    ...{ id: surveyId, organisationId, buildingId, surveyedOn: doneOn, surveyorId: actor.accountId },
    ...{ source: `Udført arbejde ${work.number}`, note: note || null, startedAt: now, workId: work.id },
  });
  const rows = elements.map(({ elementId, observationId, condition, needsUpkeep }) => ({
    ...{ id: newId(), before: observationId, elementId },
    condition: needsUpkeep ? condition : (conditions[elementId] ?? 2),
    isRenewed: !needsUpkeep && conditions[elementId] === asNew,
  }));
  const head = { organisationId, surveyId, buildingId, observedAt: now };
  await tx
    .insert(elementObservation)
    .values(rows.map(({ id, elementId, condition }) => ({ ...head, id, elementId, condition })));
  for (const { id, before } of rows) await carryOver(tx, work, before, id);
  for (const { elementId } of rows.filter(({ isRenewed }) => isRenewed))
    await tx.execute(sql`update element set renewed_year = ${yearOf(doneOn)} where id = ${elementId}`);
  const condition = await getWholeCondition(tx, { surveyId, buildingId, on: doneOn });
  await tx.execute(sql`
    update survey set condition = ${condition}, signed_at = ${now.toISOString()}::timestamptz where id = ${surveyId}`);
  await recordChange(tx, actor, {
    ...{ action: "sign", entity: "survey", entityId: surveyId },
    changes: { work: { from: null, to: work.number }, condition: { from: null, to: condition } },
  });
}

/**
 * Copies the remedies that the work is not about to the new observation. A surveyor's own price is of the day it was
 * seen; with a new day it is brought to that day's level, as the index had it.
 */
async function carryOver(tx: Db, work: LockedWork, from: Id, to: Id): Promise<void> {
  await tx.execute(sql`
    insert into remedy (id, organisation_id, observation_id, purpose, description, price_line_id, own_price_ore,
                        is_lump_sum, share_to_repair, recommended_year)
    select gen_random_uuid(), m.organisation_id, ${to}, m.purpose, m.description, m.price_line_id,
           case when m.is_lump_sum or m.own_price_ore is null then m.own_price_ore
                else greatest(1, round(m.own_price_ore * coalesce((
                  select l.index_factor from backlog_line l where l.remedy_id = m.id order by l.id desc limit 1), 1))) end,
           m.is_lump_sum, m.share_to_repair, m.recommended_year
      from remedy m where m.observation_id = ${from} and m.purpose <> ${purposeOf(work)}`);
  await tx.execute(sql`
    insert into defect (id, organisation_id, observation_id, description, severity, intensity, extent)
    select gen_random_uuid(), d.organisation_id, ${to}, d.description, d.severity, d.intensity, d.extent
      from defect d join element_observation n on n.id = ${to} join element_observation o on o.id = d.observation_id
     where d.observation_id = ${from} and n.condition = o.condition`);
}
