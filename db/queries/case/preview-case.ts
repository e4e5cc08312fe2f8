import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseForm } from "#domain/case/case-form.ts";
import { planOrders, type PlanFault, type PlannedOrder } from "#domain/case/plan-orders.ts";
import { dayAt } from "#domain/day.ts";
import { getCaseFacts } from "./case-facts.ts";
import { getCasePlace } from "./case-place.ts";
import { findDuplicates, type LikelyDuplicate } from "./find-duplicates.ts";

/** What would become of a case if it were sent now. */
export type CasePreview =
  | { ok: true; orders: PlannedOrder[]; duplicates: LikelyDuplicate[] }
  | { ok: false; fault: PlanFault | "placeOutsideScope" };

/** Who would act, who would pay, by when and why, for each need; and what may be the same matter already. Writes nothing. */
export async function previewCase(db: Db, actor: Actor, form: CaseForm, now: Date): Promise<CasePreview> {
  const today = dayAt(now);
  const place = await getCasePlace(db, actor, form, today);
  if (!place) return { ok: false, fault: "placeOutsideScope" };
  const facts = await getCaseFacts(db, actor.organisationId, place, form.items, today);
  const planned = planOrders(facts, form.items, now);
  if (!planned.ok) return { ok: false, fault: planned };
  return { ok: true, orders: planned.orders, duplicates: await findDuplicates(db, actor, form, today) };
}
