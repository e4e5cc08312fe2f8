import type { Db } from "#db/client.server.ts";
import { agreeToTrade } from "#db/commands/trade/agree-to-trade.ts";
import { changeTerms, dropDraft, endAgreement } from "#db/commands/trade/change-agreement.ts";
import { recordCorrection } from "#db/commands/trade/record-correction.ts";
import { recordDelivery, removeDelivery } from "#db/commands/trade/record-delivery.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, parseDay } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import { CorrectionForm, DeliveryForm, TradeTerms } from "#domain/trade/terms-form.ts";

export const agreementIntents = ["agree", "change", "drop", "end", "deliver", "remove", "correct"] as const;
export type AgreementIntent = (typeof agreementIntents)[number];

/** What came of a form: what is said of it, or what is wrong with it. */
export type AgreementChange =
  { ok: true; was: string } | { ok: false; refusal: string | null; faults: string[] };

interface Asked {
  db: Db;
  actor: Actor;
  id: Id;
  typed: Record<string, string>;
  now: Date;
}

const said = (result: { ok: true } | { ok: false; refusal: string }, was: string): AgreementChange =>
  result.ok ? { ok: true, was } : { ok: false, refusal: result.refusal, faults: [] };

const unread = (issues: readonly { message: string }[]): AgreementChange => ({
  ok: false,
  refusal: null,
  faults: [...new Set(issues.map(({ message }) => message))],
});

const numberOrNull = (text: string | undefined): number | null => (text ? Number(text) : null);

/** Does what one of the forms on an agreement's page asks for. */
const deeds: Record<AgreementIntent, (asked: Asked) => Promise<AgreementChange>> = {
  async agree({ db, actor, id, typed }) {
    const seen = {
      quantity: numberOrNull(typed.seenQuantity),
      unitPriceOre: numberOrNull(typed.seenPriceOre),
      validFrom: typed.seenFrom ?? "",
    };
    const result = await agreeToTrade(db, actor, id, seen);
    return said(result, result.ok ? result.value : "");
  },
  async change({ db, actor, id, typed }) {
    const terms = TradeTerms.safeParse(typed);
    return terms.success
      ? said(await changeTerms(db, actor, id, terms.data), "changed")
      : unread(terms.error.issues);
  },
  drop: async ({ db, actor, id }) => said(await dropDraft(db, actor, id), "dropped"),
  async end({ db, actor, id, typed }) {
    const lastDay = parseDay(typed.lastDay);
    return lastDay
      ? said(await endAgreement(db, actor, id, lastDay), "ended")
      : unread([{ message: "lastDay" }]);
  },
  async deliver({ db, actor, id, typed, now }) {
    const form = DeliveryForm.safeParse(typed);
    if (!form.success) return unread(form.error.issues);
    const delivery = { ...form.data, quantity: form.data.quantity!, agreementId: id };
    return said(await recordDelivery(db, actor, delivery, dayAt(now)), "delivered");
  },
  async remove({ db, actor, id, typed }) {
    if (!isId(typed.delivery)) return said({ ok: false, refusal: "notFound" }, "");
    return said(await removeDelivery(db, actor, id, typed.delivery), "removed");
  },
  async correct({ db, actor, id, typed, now }) {
    const form = CorrectionForm.safeParse({ ...typed, amountOre: typed.amount });
    return form.success
      ? said(await recordCorrection(db, actor, id, form.data, now), "corrected")
      : unread(form.error.issues);
  },
};

export const changeAgreement = (intent: AgreementIntent, asked: Asked): Promise<AgreementChange> =>
  deeds[intent](asked);
