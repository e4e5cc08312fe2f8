import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { lastSettledMonth } from "#db/queries/trade/list-settlements.ts";
import { tradeCorrection } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { firstDayOf, monthAfter, type Month } from "#domain/trade/month.ts";
import type { CorrectionForm } from "#domain/trade/terms-form.ts";
import { recordChange } from "../record-change.ts";
import { lockAgreement } from "./own-agreement.ts";

/**
 * Puts a settled month right in a later one: the settled lines stay, the amount comes as a line of its own in the first
 * month after the last one settled. Answers that month.
 */
export const recordCorrection = (
  db: Db,
  actor: Actor,
  agreementId: Id,
  { wrongMonth, amountOre, reason }: CorrectionForm,
  now: Date,
): Promise<Result<Month, "notAllowed" | "notFound" | "monthNotSettled">> =>
  db.transaction(async (tx) => {
    const { organisationId, accountId } = actor;
    if (!may(actor, "services", "write")) return refused("notAllowed");
    if (!(await lockAgreement(tx, actor, agreementId))) return refused("notFound");
    const [settled] = await tx.execute(sql`
      select 1 from trade_settlement t join trade_line l on l.settlement_id = t.id
       where t.organisation_id = ${organisationId} and t.month = ${firstDayOf(wrongMonth)}::date
         and l.agreement_id = ${agreementId}`);
    const last = await lastSettledMonth(tx, organisationId);
    if (!settled || !last) return refused("monthNotSettled");
    const bookedMonth = monthAfter(last);
    const id = newId();
    await tx.insert(tradeCorrection).values({
      ...{ id, organisationId, agreementId, amountOre, reason, recordedBy: accountId, recordedAt: now },
      ...{ wrongMonth: firstDayOf(wrongMonth), bookedMonth: firstDayOf(bookedMonth) },
    });
    await recordChange(tx, actor, {
      ...{ action: "correct", entity: "tradeAgreement", entityId: agreementId },
      changes: { amountOre: { from: null, to: amountOre }, reason: { from: null, to: reason } },
    });
    return done(bookedMonth);
  });
