import { addMonths, type Day } from "../day-count.ts";
import type { LeaseTerms } from "./lease-terms.ts";

/** How a lease can end soonest, if a party acts. */
export interface EarliestEnd {
  /** The first day without the lease. */
  on: Day;
  /** The last day to give notice for it, or to use the option; null where it ends by itself. */
  noticeBy: Day | null;
  why: "endsByItself" | "bound" | "notice" | "breakOption";
}

const step = { anyDay: 0, monthEnd: 1, quarterEnd: 3 } as const;

/** The first day that notice can run to: the first of a month or quarter, or any. */
function noticeDay(day: Day, noticeTo: LeaseTerms["noticeTo"]): Day {
  const months = step[noticeTo];
  const first = `${day.slice(0, 8)}01`;
  if (months === 0) return day;
  const over = (Number(day.slice(5, 7)) - 1) % months;
  return over === 0 && day === first ? day : addMonths(first, months - over);
}

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
  const { noticeMonths, boundUntil } = terms[party];
  if (noticeMonths === null) return null;
  const soonest = noticeDay(addMonths(today, noticeMonths), terms.noticeTo);
  const isBound = boundUntil !== null && boundUntil > soonest;
  const on = isBound ? boundUntil : soonest;
  const latest = addMonths(on, -noticeMonths);
  return { on, noticeBy: latest < today ? today : latest, why: isBound ? "bound" : "notice" };
}

function byBreak({ options }: LeaseTerms, party: "tenant" | "landlord", today: Day): EarliestEnd | null {
  const [soonest] = options
    .filter((option) => option.kind === "break" && option.party === party && option.by >= today)
    .sort((a, b) => (a.effectOn < b.effectOn ? -1 : 1));
  return soonest ? { on: soonest.effectOn, noticeBy: soonest.by, why: "breakOption" } : null;
}
