import { addDays, addMonths, addYears, yearOf, type Day } from "../day-count.ts";
import { lastNoticeDay } from "../lease/notice.ts";
import type { LeaseOptionKind, LeaseParty, LeaseTerms, PartyTerms } from "./lease-terms.ts";

export const leaseDateKinds = [
  "noticeDeadline",
  "firstTermination",
  "lastDay",
  "option",
  "marketRent",
  "restoration",
  "deposit",
  "regulation",
] as const;
export type LeaseDateKind = (typeof leaseDateKinds)[number];

/** What the rule of a date is made of, so that it can be said in words. */
export interface DateRule {
  months?: number;
  until?: Day;
  amountOre?: number;
  option?: LeaseOptionKind;
}

/** A day that matters in a lease, and who may act on it, or must. */
export interface LeaseDate {
  on: Day;
  kind: LeaseDateKind;
  party: LeaseParty;
  rule: DateRule;
}

/** How long before the last day the state that premises are handed back in is settled, in months. A judgement of the project. */
export const RESTORATION_MONTHS = 3;
/** How long after the last day a deposit is settled, in months. A judgement of the project. */
export const DEPOSIT_MONTHS = 1;
/** Further ahead no yearly adjustment is listed: it comes again every year. */
const ADJUSTMENTS = 2;

/**
 * All the dates of a lease, the earliest first: the last day to give notice for the last day that a party is bound to,
 * that day itself, options, the window for market rent, the two adjustments after `from`, and what belongs to its end. What
 * would fall after the end does not come. Where both parties are bound alike it is one date.
 * @example leaseDatesOf({ ...terms, tenant: { noticeMonths: 6, boundUntil: "2028-08-31" } }, "2027-01-01")
 * // notice to the end of a month by 2028-01-31 (it has run out with July), and bound until 2028-08-30
 */
export function leaseDatesOf(terms: LeaseTerms, from: Day): LeaseDate[] {
  const dates = [
    ...boundDates(terms),
    ...optionDates(terms),
    ...marketRentDates(terms, from),
    ...endDates(terms),
    ...adjustments(terms, from),
  ];
  return dates.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const isAfterEnd = ({ validTo }: LeaseTerms, on: Day): boolean => validTo !== null && on >= validTo;

/** The dates of a party that is bound, in a lease that does not end by itself before. */
function boundDates(terms: LeaseTerms): LeaseDate[] {
  const { tenant, landlord } = terms;
  const isAlike = tenant.boundUntil === landlord.boundUntil && tenant.noticeMonths === landlord.noticeMonths;
  const parties: [LeaseParty, PartyTerms][] = isAlike
    ? [["both", tenant]]
    : [
        ["tenant", tenant],
        ["landlord", landlord],
      ];
  return parties.flatMap(([party, { boundUntil, noticeMonths }]) => {
    if (boundUntil === null || isAfterEnd(terms, boundUntil)) return [];
    const until = addDays(boundUntil, -1);
    const rule: DateRule = { until, ...(noticeMonths && { months: noticeMonths }) };
    const leave: LeaseDate = { on: until, kind: "firstTermination", party, rule };
    if (!noticeMonths) return [leave];
    const notice = lastNoticeDay({ months: noticeMonths, to: terms.noticeTo, boundUntil }, boundUntil);
    return [{ on: notice, kind: "noticeDeadline", party, rule }, leave];
  });
}

const optionDates = ({ options }: LeaseTerms): LeaseDate[] =>
  options.map(({ by, party, kind, effectOn, months }) => ({
    ...{ on: by, kind: "option", party },
    rule: { option: kind, until: effectOn, ...(months && { months }) },
  }));

/** The first window, or where it comes again the first one that is not long past. */
function marketRentDates(terms: LeaseTerms, from: Day): LeaseDate[] {
  const { marketRentFrom, marketRentEveryYears: every } = terms;
  if (marketRentFrom === null) return [];
  let on = marketRentFrom;
  for (let times = 1; every && on < from; times += 1) on = addYears(marketRentFrom, every * times);
  return isAfterEnd(terms, on) ? [] : [{ on, kind: "marketRent", party: "both", rule: {} }];
}

function endDates({ validFrom, validTo, mustRestore, depositOre }: LeaseTerms): LeaseDate[] {
  if (validTo === null) return [];
  const until = addDays(validTo, -1);
  const dates: LeaseDate[] = [{ on: until, kind: "lastDay", party: "both", rule: {} }];
  const restoreOn = addMonths(until, -RESTORATION_MONTHS);
  if (mustRestore && restoreOn >= validFrom)
    dates.push({
      ...{ on: restoreOn, kind: "restoration", party: "tenant" },
      rule: { months: RESTORATION_MONTHS, until },
    });
  if (depositOre > 0)
    dates.push({
      ...{ on: addMonths(until, DEPOSIT_MONTHS), kind: "deposit", party: "landlord" },
      rule: { months: DEPOSIT_MONTHS, until, amountOre: depositOre },
    });
  return dates;
}

function adjustments(terms: LeaseTerms, from: Day): LeaseDate[] {
  const { adjustsInMonth, validFrom } = terms;
  if (adjustsInMonth === null) return [];
  const month = String(adjustsInMonth).padStart(2, "0");
  return Array.from({ length: ADJUSTMENTS + 1 }, (_, years) => `${yearOf(from) + years}-${month}-01`)
    .filter((on) => on >= from && on > validFrom && !isAfterEnd(terms, on))
    .slice(0, ADJUSTMENTS)
    .map((on) => ({ on, kind: "regulation", party: "landlord", rule: {} }));
}
