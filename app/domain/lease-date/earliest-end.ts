import type { Day } from "../day-count.ts";
import { endByNotice, lastNoticeDay, type NoticeRule } from "../lease/notice.ts";
import type { LeaseTerms } from "./lease-terms.ts";

/** How a lease can end soonest, if a party acts. */
export interface EarliestEnd {
  /** The first day without the lease. */
  on: Day;
  /** The last day to give notice for it, or to use the option; null where it ends by itself. */
  noticeBy: Day | null;
  why: "endsByItself" | "bound" | "notice" | "breakOption";
}

/** What a lease's terms say of one party's way out. */
export const noticeOf = (terms: LeaseTerms, party: "tenant" | "landlord"): NoticeRule => ({
  months: terms[party].noticeMonths,
  to: terms.noticeTo,
  boundUntil: terms[party].boundUntil,
});

/**
 * The first day that a party can be out of a lease, as things stand on a day: the soonest of the lease's own end, its
 * notice once it is no longer bound, and an option to break that can still be used. Null where nothing of it is known, or
 * the lease has ended already.
 * @example earliestEnd({ ...terms, tenant: { noticeMonths: 3, boundUntil: null } }, "tenant", "2026-11-20") // 2027-03-01
 */
export function earliestEnd(terms: LeaseTerms, party: "tenant" | "landlord", today: Day): EarliestEnd | null {
  if (terms.validTo !== null && terms.validTo <= today) return null;
  const ways = [endByItself(terms), byNotice(terms, party, today), byBreak(terms, party, today)];
  return ways.reduce((best, way) => (way && (!best || way.on < best.on) ? way : best), null);
}

const endByItself = ({ validTo }: LeaseTerms): EarliestEnd | null =>
  validTo === null ? null : { on: validTo, noticeBy: null, why: "endsByItself" };

function byNotice(terms: LeaseTerms, party: "tenant" | "landlord", today: Day): EarliestEnd | null {
  const rule = noticeOf(terms, party);
  if (rule.months === null) return null;
  const on = endByNotice(rule, today);
  return { on, noticeBy: lastNoticeDay(rule, on), why: on === rule.boundUntil ? "bound" : "notice" };
}

function byBreak({ options }: LeaseTerms, party: "tenant" | "landlord", today: Day): EarliestEnd | null {
  const [soonest] = options
    .filter((option) => option.kind === "break" && option.party === party && option.by >= today)
    .sort((a, b) => (a.effectOn < b.effectOn ? -1 : 1));
  return soonest ? { on: soonest.effectOn, noticeBy: soonest.by, why: "breakOption" } : null;
}
