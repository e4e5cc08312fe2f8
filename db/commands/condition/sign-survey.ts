import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { newestObservations } from "#db/queries/condition/list-remedies.ts";
import { survey } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { aggregateCondition } from "#domain/condition/aggregate-condition.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { happenedWithin } from "#domain/order/waiting.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { SurveyCommand, SurveyRefusal } from "#domain/survey/survey-command.ts";
import { recordChange } from "../record-change.ts";
import { lockOpenSurvey, type OpenSurvey } from "./lock-survey.ts";
import { needsInvestigation } from "./observe-element.ts";
import { reckonBacklog } from "./reckon-backlog.ts";

type Sign = Extract<SurveyCommand, { kind: "sign" }>;

/**
 * Signs a survey: its elements take over what was measured, the building gets its condition, and its backlog is reckoned
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
  const parts = await listParts(tx, open);
  if (!parts.some(({ isOwn }) => isOwn)) return "nothingSeen";
  const condition = wholeOf(parts);
  const signedAt = happenedWithin(new Date(happenedAt), open.startedAt ?? new Date(0), now);
  await tx.execute(sql`
    update element e set quantity = o.quantity from element_observation o
     where o.survey_id = ${surveyId} and e.id = o.element_id and o.quantity is not null
       and o.quantity <> e.quantity and not exists (
         select 1 from element_observation x join survey s on s.id = x.survey_id
          where x.element_id = e.id and s.signed_at is not null and s.surveyed_on > ${open.surveyedOn}::date)`);
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
  await reckonBacklog(tx, open.organisationId, [open.buildingId], dayAt(now));
  return null;
}

interface Part {
  elementId: Id;
  condition: Condition | null;
  replacementOre: number;
  isOwn: boolean;
}

/**
 * The building's elements as they are known when the survey is signed: what it saw itself, and of the rest what was seen
 * last. Each weighs what replacing it would cost.
 */
async function listParts(tx: Db, open: OpenSurvey): Promise<Part[]> {
  const { id, buildingId, surveyedOn } = open;
  const rows = await tx.execute<Part & Record<string, unknown>>(sql`
    with own as (select * from element_observation where survey_id = ${id}),
    seen as (
      select element_id, condition, quantity, true as is_own from own
      union all
      select n.element_id, n.condition, null, false from ${newestObservations([buildingId], surveyedOn)} n
       where n.element_id not in (select element_id from own))
    select e.id as "elementId", s.condition, s.is_own as "isOwn",
           (coalesce(s.quantity, e.quantity) * coalesce(p.unit_price_ore, 0))::float8 as "replacementOre"
      from seen s join element e on e.id = s.element_id
      left join lateral (
        select x.unit_price_ore from price_line x join price_list l on l.id = x.price_list_id
         where x.organisation_id = e.organisation_id and x.element_type_code = e.type_code and x.purpose = 'replace'
           and l.valid_from <= ${surveyedOn}::date
         order by l.valid_from desc, x.code limit 1) p on true`);
  return [...rows];
}

/** The condition of the whole; where no element has a price to weigh by, all weigh the same. Null where none has one. */
function wholeOf(parts: readonly Part[]): Condition | null {
  const known = parts.flatMap(({ condition, replacementOre }) =>
    condition === null ? [] : [{ condition, weight: replacementOre }],
  );
  return aggregateCondition(known) ?? aggregateCondition(known.map((part) => ({ ...part, weight: 1 })));
}
