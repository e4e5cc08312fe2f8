import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { defect, element, elementObservation, elementType, priceLine, remedy } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { happenedWithin } from "#domain/order/waiting.ts";
import { conditionOfObservation, faultsOf, type Observation } from "#domain/survey/observation.ts";
import type { SurveyCommand, SurveyRefusal } from "#domain/survey/survey-command.ts";
import { lockOpenSurvey, type OpenSurvey } from "./lock-survey.ts";

type Observe = Extract<SurveyCommand, { kind: "observe" }>;

/** What an element that needs a closer look has in place of a condition. */
export const needsInvestigation = "UN";

/**
 * Keeps what a surveyor saw of an element, in place of what the same survey said of it before; photos stay. The condition
 * follows from the defects. Of two that were made apart, the one seen last stands and the other is a conflict.
 */
export async function observeElement(
  tx: Db,
  actor: Actor,
  { surveyId, observation, happenedAt }: Observe,
  now: Date,
): Promise<SurveyRefusal | null> {
  const locked = await lockOpenSurvey(tx, actor, surveyId, now);
  if (!locked.ok) return locked.refusal;
  const survey = locked.value;
  const type = await typeFor(tx, survey, observation);
  if (typeof type === "string") return type;
  const [fault] = faultsOf(observation, type.unit, survey.surveyedOn);
  if (fault) return fault;
  if (!(await arePriced(tx, survey, type.code, observation))) return "priceUnknown";
  const observedAt = happenedWithin(new Date(happenedAt), new Date(0), now);
  const before = await findBefore(tx, survey.id, observation.elementId);
  if (before?.observedAt && before.observedAt > observedAt) return "newerThere";
  if (!type.isKnown) await insertElement(tx, survey, observation);
  await writeObservation(tx, survey, observation, before?.id ?? null, observedAt);
  return null;
}

type TypeFound = Pick<typeof elementType.$inferSelect, "code" | "unit"> & { isKnown: boolean };

/** What kind of element it is: as the building has it, or as the surveyor says of a new one. */
async function typeFor(
  tx: Db,
  { organisationId, buildingId }: OpenSurvey,
  { elementId, newElement }: Observation,
): Promise<TypeFound | "elementUnknown" | "typeUnknown"> {
  const [known] = await tx.select().from(element).where(eq(element.id, elementId));
  if (known && known.buildingId !== buildingId) return "elementUnknown";
  const code = known?.typeCode ?? newElement?.typeCode;
  if (code === undefined) return "elementUnknown";
  const [type] = await tx
    .select({ code: elementType.code, unit: elementType.unit })
    .from(elementType)
    .where(and(eq(elementType.organisationId, organisationId), eq(elementType.code, code)));
  return type ? { ...type, isKnown: known !== undefined } : "typeUnknown";
}

/** Whether every price of the list that is named is one for this kind of element. */
async function arePriced(
  tx: Db,
  { organisationId }: OpenSurvey,
  typeCode: string,
  { remedies }: Observation,
): Promise<boolean> {
  const named = new Set(remedies.flatMap(({ priceLineId }) => priceLineId ?? []));
  if (named.size === 0) return true;
  const found = await tx
    .select({ id: priceLine.id })
    .from(priceLine)
    .where(
      and(
        ...[inArray(priceLine.id, [...named]), eq(priceLine.organisationId, organisationId)],
        eq(priceLine.elementTypeCode, typeCode),
      ),
    );
  return found.length === named.size;
}

async function findBefore(tx: Db, surveyId: Id, elementId: Id) {
  const [found] = await tx
    .select({ id: elementObservation.id, observedAt: elementObservation.observedAt })
    .from(elementObservation)
    .where(and(eq(elementObservation.surveyId, surveyId), eq(elementObservation.elementId, elementId)));
  return found ?? null;
}

const insertElement = (tx: Db, survey: OpenSurvey, { elementId, newElement, quantity }: Observation) =>
  tx.insert(element).values({
    ...{ id: elementId, organisationId: survey.organisationId, buildingId: survey.buildingId },
    ...{ typeCode: newElement!.typeCode, label: newElement!.label || null, quantity },
    validFrom: survey.surveyedOn,
  });

async function writeObservation(
  tx: Db,
  { id: surveyId, organisationId, buildingId }: OpenSurvey,
  seen: Observation,
  before: Id | null,
  observedAt: Date,
): Promise<void> {
  const condition = conditionOfObservation(seen);
  const said = {
    ...{ condition, grade: condition === null && !seen.isGone ? needsInvestigation : null },
    ...{ isGone: seen.isGone, quantity: seen.isGone ? null : seen.quantity },
    ...{ note: seen.note || null, observedAt },
  };
  const observationId = before ?? newId();
  if (before) {
    await tx.update(elementObservation).set(said).where(eq(elementObservation.id, before));
    await tx.delete(defect).where(eq(defect.observationId, before));
    await tx.delete(remedy).where(eq(remedy.observationId, before));
  } else {
    const head = { id: observationId, organisationId, surveyId, buildingId, elementId: seen.elementId };
    await tx.insert(elementObservation).values({ ...head, ...said });
  }
  const head = () => ({ id: newId(), organisationId, observationId });
  if (seen.defects.length > 0)
    await tx.insert(defect).values(seen.defects.map((one) => ({ ...one, ...head() })));
  if (seen.remedies.length > 0)
    await tx.insert(remedy).values(seen.remedies.map((one) => ({ ...one, ...head() })));
}
