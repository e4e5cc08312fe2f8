import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getCaseFacts } from "#db/queries/case/case-facts.ts";
import { serviceCase } from "#db/schema/index.ts";
import { approvesBySending } from "#domain/approval/approves-by-sending.ts";
import type { CaseForm } from "#domain/case/case-form.ts";
import { planOrders, type PlannedOrder, type PlanRefusal } from "#domain/case/plan-orders.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { Executor, Payer } from "#domain/responsibility/terms.ts";
import { recordChange } from "../record-change.ts";
import { placeFor, senderParts, type CaseSender, type SenderParts } from "./case-sender.ts";
import { movePhotos } from "./move-photos.ts";
import { noteEvent } from "./note-event.ts";
import { writeOrders } from "./write-orders.ts";

/** What the sender is told, at once and at every repetition. Instants are ISO texts, null where nothing is promised. */
export interface CaseAnswer {
  caseNumber: string;
  orders: {
    id: Id;
    service: string;
    executor: Executor;
    payer: Payer;
    respondBy: string | null;
    resolveBy: string | null;
    clause: string;
  }[];
}

export type PlaceCaseRefusal =
  "notAllowed" | "placeOutsideScope" | "positionTooFar" | "keyUsedForAnother" | "unknownPhoto" | PlanRefusal;

export type PlaceCaseResult =
  | { ok: true; value: CaseAnswer; isRepeated: boolean }
  | { ok: false; refusal: PlaceCaseRefusal; index: number | null; priceOre: number | null };

/** Undoes the transaction and carries the refusal out of it. */
class Refused extends Error {
  constructor(readonly refusal: PlaceCaseRefusal) {
    super(refusal);
  }
}

const no = (refusal: PlaceCaseRefusal, index: number | null = null, priceOre: number | null = null) =>
  ({ ok: false, refusal, index, priceOre }) as const;

/**
 * Places a case with one order for each need, in one transaction: either all of it stands, with what follows from it
 * queued, or nothing. The same key from the same sender is the same sending: it answers what was answered first, and
 * refuses another body.
 * @example await placeCase(db, { kind: "account", actor }, form, key, new Date());
 */
export async function placeCase(
  db: Db,
  sender: CaseSender,
  form: CaseForm,
  key: string,
  now: Date,
): Promise<PlaceCaseResult> {
  const parts = senderParts(sender);
  const bodySha256 = createHash("sha256").update(JSON.stringify(form)).digest("hex");
  const sending: Sending = { sender, parts, form, key, bodySha256, now };
  try {
    return await db.transaction(
      async (tx) => (await repeated(tx, sending)) ?? (await placeFirst(tx, sending)),
    );
  } catch (error) {
    if (error instanceof Refused) return no(error.refusal);
    throw error;
  }
}

interface Sending {
  sender: CaseSender;
  parts: SenderParts;
  form: CaseForm;
  key: string;
  bodySha256: string;
  now: Date;
}

/** What the same sending was answered, where it came before. */
async function repeated(tx: Db, { parts, key, bodySha256 }: Sending): Promise<PlaceCaseResult | null> {
  const [before] = await tx.execute<{ answer: CaseAnswer; bodySha256: string }>(sql`
    select answer, body_sha256 as "bodySha256" from service_case
     where organisation_id = ${parts.organisationId} and sender = ${parts.sender} and idempotency_key = ${key}`);
  if (!before) return null;
  if (before.bodySha256 !== bodySha256) return no("keyUsedForAnother");
  return { ok: true, value: before.answer, isRepeated: true };
}

async function placeFirst(tx: Db, sending: Sending): Promise<PlaceCaseResult> {
  const { sender, parts, form, now } = sending;
  const today = dayAt(now);
  const place = await placeFor(tx, sender, form, today);
  if (typeof place === "string") return no(place);
  const items = form.items.length > 0 ? form.items : [anything];
  const read = await getCaseFacts(tx, parts.organisationId, place, items, today);
  const senderApproves = sender.kind === "account" ? approvesBySending(sender.actor, place) : [];
  const facts = { ...read, senderApproves };
  const planned = planOrders(facts, items, now);
  if (!planned.ok) return no(planned.refusal, planned.index, planned.priceOre);
  const orders = planned.orders.map((order) => ({ ...order, id: newId() }));
  const placed = await insertCase(tx, sending, place, orders);
  // Another sending of the same was faster; it has been committed, for the index made us wait for it.
  if (!placed) return (await repeated(tx, sending)) ?? no("keyUsedForAnother");
  await writeOrders(tx, { ...placed, parts, place, tenure: facts.tenure, now }, orders);
  if (!(await movePhotos(tx, placed.caseId, parts, form.photoIds))) throw new Refused("unknownPhoto");
  await tellOf(tx, sending, placed);
  return { ok: true, value: placed.answer, isRepeated: false };
}

/** Words without a kind: the service desk reads them. */
const anything = { cause: "wear", quantity: 1, description: "" } as const;

type Numbered = PlannedOrder & { id: Id };

async function insertCase(
  tx: Db,
  { sender, parts, form, key, bodySha256, now }: Sending,
  place: { buildingId: Id; spaceId: Id | null; unitId: Id | null; administrationId: Id | null },
  orders: readonly Numbered[],
): Promise<{ caseId: Id; number: string; answer: CaseAnswer } | null> {
  const number = await nextNumber(tx, form, place.buildingId, now);
  const answer = answerOf(number, orders, parts.locale);
  const caseId = newId();
  const [lon, lat] = form.position ?? [null, null];
  const rows = await tx
    .insert(serviceCase)
    .values({
      ...{ id: caseId, organisationId: parts.organisationId, number, text: form.text, origin: parts.origin },
      ...{ buildingId: place.buildingId, spaceId: place.spaceId },
      ...{ unitId: place.unitId, administrationId: place.administrationId },
      positionWgs84: lon === null ? null : sql`st_setsrid(st_makepoint(${lon}, ${lat}), 4326)`,
      ...{ askedBy: parts.accountId, askerName: parts.name, askerEmail: parts.email },
      qrCodeId: sender.kind === "qr" ? sender.qrCodeId : null,
      recurringServiceId: sender.kind === "job" ? sender.recurringServiceId : null,
      followTokenHash: (sender.kind === "qr" && sender.followTokenHash) || null,
      ...{ sender: parts.sender, idempotencyKey: key, bodySha256, answer, createdAt: now },
    })
    .onConflictDoNothing({
      target: [serviceCase.organisationId, serviceCase.sender, serviceCase.idempotencyKey],
    })
    .returning({ id: serviceCase.id });
  return rows.length > 0 ? { caseId, number, answer } : null;
}

const farthestMeters = 1_000;

/** The next number of the year; a point that is nowhere near the building is refused with the same question. */
async function nextNumber(tx: Db, { position }: CaseForm, buildingId: Id, now: Date): Promise<string> {
  const near = position
    ? sql`(select coalesce(st_distance(position_wgs84::geography, st_setsrid(st_makepoint(${position[0]}, ${position[1]}), 4326)::geography) <= ${farthestMeters}, true)
             from building where id = ${buildingId})`
    : sql`true`;
  const [row] = await tx.execute<{ next: string; isNear: boolean }>(
    sql`select lpad(nextval('case_number')::text, 6, '0') as next, ${near} as "isNear"`,
  );
  if (!row!.isNear) throw new Refused("positionTooFar");
  return `${dayAt(now).slice(0, 4)}-${row!.next}`;
}

const answerOf = (caseNumber: string, orders: readonly Numbered[], locale: "da" | "en"): CaseAnswer => ({
  caseNumber,
  orders: orders.map((order) => ({
    id: order.id,
    service: locale === "da" ? order.nameDa : order.nameEn,
    ...{ executor: order.executor, payer: order.payer },
    respondBy: order.respondBy?.toISOString() ?? null,
    resolveBy: order.resolveBy?.toISOString() ?? null,
    clause: locale === "da" ? order.clauseDa : order.clauseEn,
  })),
});

async function tellOf(tx: Db, { parts, form, now }: Sending, placed: { caseId: Id; number: string }) {
  const { organisationId, accountId, name, requestId } = parts;
  await noteEvent(
    tx,
    {
      ...{ id: newId(), organisationId, caseId: placed.caseId, orderId: null, event: "placed" },
      ...{ fromState: null, toState: "received", accountId, actorName: name, happenedAt: now },
    },
    now,
  );
  await recordChange(
    tx,
    { organisationId, accountId, name, requestId },
    {
      ...{ action: "create", entity: "case", entityId: placed.caseId },
      changes: {
        number: { from: null, to: placed.number },
        buildingId: { from: null, to: form.buildingId },
        text: { from: null, to: form.text.slice(0, 200) },
      },
    },
  );
}
