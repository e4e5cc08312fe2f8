import type { AppLoadContext } from "@remix-run/node";
import type { LikelyDuplicate } from "#db/queries/case/find-duplicates.ts";
import type { PlannedWork } from "#db/queries/works/list-planned-works.ts";
import { previewCase } from "#db/queries/case/preview-case.ts";
import type { Actor } from "#domain/actor.ts";
import { caseOf, type CaseDraft } from "#domain/case/case-draft.ts";
import { CaseForm } from "#domain/case/case-form.ts";
import type { PlannedOrder } from "#domain/case/plan-orders.ts";
import { faultOf, type SendFault } from "./send-draft.server.ts";

/** What the page shows of an order to come. Instants are ISO texts. */
export type AheadOrder = Pick<
  PlannedOrder,
  | "nameDa"
  | "nameEn"
  | "executor"
  | "payer"
  | "payerSharePercent"
  | "otherPayer"
  | "clauseDa"
  | "clauseEn"
  | "isGap"
  | "priceOre"
  | "approver"
> & { respondBy: string | null; resolveBy: string | null };

export type Ahead =
  | { ok: true; orders: AheadOrder[]; duplicates: LikelyDuplicate[]; known: PlannedWork[] }
  | { ok: false; fault: SendFault };

/** What would become of a draft if it were sent now. */
export async function lookAhead(
  { db }: Pick<AppLoadContext, "db">,
  actor: Actor,
  draft: CaseDraft,
): Promise<Ahead> {
  const form = CaseForm.safeParse(caseOf(draft));
  if (!form.success) return { ok: false, fault: { fault: faultOf(form.error), index: null, priceOre: null } };
  const preview = await previewCase(db, actor, form.data, new Date());
  if (preview.ok) return { ...preview, orders: preview.orders.map(aheadOf) };
  const { fault } = preview;
  if (typeof fault === "string") return { ok: false, fault: { fault, index: null, priceOre: null } };
  return { ok: false, fault: { fault: fault.refusal, index: fault.index, priceOre: fault.priceOre } };
}

const aheadOf = (order: PlannedOrder): AheadOrder => {
  const { nameDa, nameEn, executor, payer, payerSharePercent, otherPayer, clauseDa, clauseEn } = order;
  const { isGap, priceOre, approver } = order;
  return {
    ...{
      nameDa,
      nameEn,
      executor,
      payer,
      payerSharePercent,
      otherPayer,
      clauseDa,
      clauseEn,
      isGap,
      priceOre,
      approver,
    },
    respondBy: order.respondBy?.toISOString() ?? null,
    resolveBy: order.resolveBy?.toISOString() ?? null,
  };
};
