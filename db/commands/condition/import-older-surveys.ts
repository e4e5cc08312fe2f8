import type { Db } from "#db/client.server.ts";
import { findOlderPlaces, listTypeCodes, type OlderPlace } from "#db/queries/survey/find-older-places.ts";
import { element, elementObservation, survey } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { aggregateCondition } from "#domain/condition/aggregate-condition.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { ImportScale, OlderFault, OlderRow, RefusedRow } from "#domain/survey/older-survey.ts";
import { recordChanges } from "../record-change.ts";
import { refreshPortfolio } from "../refresh-portfolio.ts";
import { reckonBacklog } from "./reckon-backlog.ts";

export interface OlderSurveys {
  source: string;
  scale: ImportScale;
  rows: readonly OlderRow[];
}

/** One visit of an older file: what it says of the whole, and of elements. */
interface Visit {
  place: OlderPlace;
  on: Day;
  rows: OlderRow[];
}

/**
 * Brings in surveys that were made before: those of one building and day are one survey, signed that day. Dry, it says what
 * would come of it and writes nothing. What cannot be placed is refused line by line, and the rest comes in; a survey of
 * the same source, building and day comes in once.
 */
export async function importOlderSurveys(
  db: Db,
  actor: Actor,
  given: OlderSurveys,
  { isDry }: { isDry: boolean },
  now: Date,
): Promise<{ surveys: number; rows: number; refused: RefusedRow[] }> {
  return db.transaction(async (tx) => {
    const today = dayAt(now);
    const names = given.rows.map(({ building }) => building);
    const places = await findOlderPlaces(tx, actor, names, given.source, today);
    const { visits, refused } = gatherVisits(given.rows, places, await listTypeCodes(tx, actor));
    const answer = { surveys: visits.length, refused, rows: given.rows.length - refused.length };
    if (isDry || visits.length === 0) return answer;
    const made = [];
    for (const visit of visits) made.push(await writeVisit(tx, actor.organisationId, given, visit));
    await recordChanges(
      tx,
      actor,
      made.map((id) => ({ action: "import", entity: "survey", entityId: id })),
    );
    const buildings = [...new Set(visits.map(({ place }) => place.id))];
    await refreshPortfolio(tx, actor.organisationId, buildings);
    await reckonBacklog(tx, actor.organisationId, buildings, today);
    return answer;
  });
}

function gatherVisits(
  rows: readonly OlderRow[],
  places: ReadonlyMap<string, OlderPlace>,
  types: ReadonlySet<string>,
): { visits: Visit[]; refused: RefusedRow[] } {
  const visits = new Map<string, Visit>();
  const refused: RefusedRow[] = [];
  for (const row of rows) {
    const place = places.get(row.building);
    const visit = place && (visits.get(`${place.id} ${row.on}`) ?? { place, on: row.on, rows: [] });
    const fault = visit ? faultOf(row, visit, types) : "buildingUnknown";
    if (!visit || fault) {
      refused.push({ line: row.line, fault: fault ?? "buildingUnknown" });
      continue;
    }
    visit.rows.push(row);
    visits.set(`${visit.place.id} ${visit.on}`, visit);
  }
  return { visits: [...visits.values()], refused };
}

function faultOf(row: OlderRow, { place, on, rows }: Visit, types: ReadonlySet<string>): OlderFault | null {
  if (place.days.includes(on)) return "alreadyThere";
  if (rows.some((other) => other.element === row.element)) return "twice";
  if (row.element === null) return null;
  if (!types.has(row.element)) return "elementUnknown";
  const isKnown = place.elements.some(({ code }) => code === row.element);
  return isKnown || row.quantity !== null ? null : "quantityMissing";
}

async function writeVisit(
  tx: Db,
  organisationId: Id,
  { source, scale }: OlderSurveys,
  { place, on, rows }: Visit,
): Promise<Id> {
  const whole = rows.find(({ element: code }) => code === null);
  const parts = rows.flatMap(({ condition }) => (condition === null ? [] : [{ condition, weight: 1 }]));
  const condition = whole ? whole.condition : aggregateCondition(parts);
  const grade = condition === null ? (whole?.grade ?? rows[0]!.grade) : null;
  const id = newId();
  await tx.insert(survey).values({
    ...{ id, organisationId, buildingId: place.id, surveyedOn: on, source, scale, condition, grade },
    ...{ note: whole?.note || null, signedAt: new Date(`${on}T12:00:00Z`) },
  });
  for (const row of rows) {
    if (row.element === null) continue;
    const known = place.elements.find(({ code }) => code === row.element);
    const elementId = known?.id ?? newId();
    if (!known) {
      const head = { id: elementId, organisationId, buildingId: place.id, typeCode: row.element };
      await tx.insert(element).values({ ...head, quantity: row.quantity!, validFrom: on });
      place.elements.push({ id: elementId, code: row.element });
    }
    await tx.insert(elementObservation).values({
      ...{ id: newId(), organisationId, surveyId: id, buildingId: place.id, elementId },
      ...{ condition: row.condition, grade: row.grade, quantity: row.quantity, note: row.note || null },
    });
  }
  return id;
}
