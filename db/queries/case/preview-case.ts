import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { approvesBySending } from "#domain/approval/approves-by-sending.ts";
import type { CaseForm } from "#domain/case/case-form.ts";
import { planOrders, type PlanFault, type PlannedOrder } from "#domain/case/plan-orders.ts";
import { dayAt } from "#domain/day.ts";
import { listPlannedWorks, type PlannedWork } from "../works/list-planned-works.ts";
import { getCaseFacts } from "./case-facts.ts";
import { getCasePlace } from "./case-place.ts";
import { findDuplicates, type LikelyDuplicate } from "./find-duplicates.ts";

/** More than these are not read before one sends; the building's page has them all. */
const mostKnown = 3;

/** What would become of a case if it were sent now. */
export type CasePreview =
  | { ok: true; orders: PlannedOrder[]; duplicates: LikelyDuplicate[]; known: PlannedWork[] }
  | { ok: false; fault: PlanFault | "placeOutsideScope" };

/** Who would act, who would pay, by when and why, for each need; what may be the same matter already, and what is planned. Writes nothing. */
export async function previewCase(db: Db, actor: Actor, form: CaseForm, now: Date): Promise<CasePreview> {
  const today = dayAt(now);
  const place = await getCasePlace(db, actor, form, today);
  if (!place) return { ok: false, fault: "placeOutsideScope" };
  const read = await getCaseFacts(db, actor.organisationId, place, form.items, today);
  const facts = { ...read, senderApproves: approvesBySending(actor, place) };
  const planned = planOrders(facts, form.items, now);
  if (!planned.ok) return { ok: false, fault: planned };
  const itemCodes = form.items.flatMap(({ itemCode }) => (itemCode ? [itemCode] : []));
  const [duplicates, known] = await Promise.all([
    findDuplicates(db, actor, form, today),
    listPlannedWorks(db, actor, { buildingIds: [form.buildingId], itemCodes }, today),
  ]);
  return { ok: true, orders: planned.orders, duplicates, known: known.slice(0, mostKnown) };
}
