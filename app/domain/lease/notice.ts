import { addDays, addMonths, type Day } from "../day-count.ts";

export type NoticeTo = "anyDay" | "monthEnd" | "quarterEnd";

/** What a lease says of one party's way out: its months of notice, to which day they run, and when it is free at the earliest. */
export interface NoticeRule {
  /** Whole months; null where nothing is agreed, which asks for none. */
  months: number | null;
  /** Notice runs to the end of any day, of a month, or of a quarter. */
  to: NoticeTo;
  /** The first day without the lease that the party is free to choose, whatever day notice runs to; null where it is not bound. */
  boundUntil: Day | null;
}

const monthsIn = { monthEnd: 1, quarterEnd: 3 } as const;

/** The first day of the month or quarter that a day lies in; the day itself where notice runs to any day. */
function periodStart(day: Day, to: NoticeTo): Day {
  if (to === "anyDay") return day;
  const month = Number(day.slice(5, 7));
  return addMonths(`${day.slice(0, 8)}01`, -((month - 1) % monthsIn[to]));
}

/** When notice given on a day has run out, whoever is bound: the first day after it. */
function noticeRunsOut({ months, to }: NoticeRule, givenOn: Day): Day {
  const last = addMonths(givenOn, months ?? 0);
  return to === "anyDay" ? addDays(last, 1) : addMonths(periodStart(last, to), monthsIn[to]);
}

/**
 * The first day without the lease, where a party gives notice on a day: its months are counted from that day, run to the end of the
 * day, month or quarter that they end in, and never to before the party is free.
 * @example endByNotice({ months: 6, to: "monthEnd", boundUntil: null }, "2026-11-20") // "2027-06-01"
 */
export function endByNotice(rule: NoticeRule, givenOn: Day): Day {
  const end = noticeRunsOut(rule, givenOn);
  return rule.boundUntil !== null && rule.boundUntil > end ? rule.boundUntil : end;
}

/**
 * The last day on which notice still ends the lease by `end`, the first day without it: given that day it does, given the day
 * after it does not. What the shorter month lacks is the giver's: for the end of February the last day is 31 August.
 * @example lastNoticeDay({ months: 6, to: "monthEnd", boundUntil: "2027-07-01" }, "2027-07-01") // "2026-12-31"
 */
export function lastNoticeDay(rule: NoticeRule, end: Day): Day {
  const last = addDays(periodStart(end, rule.to), -1);
  let day = addMonths(last, -(rule.months ?? 0));
  while (addMonths(addDays(day, 1), rule.months ?? 0) <= last) day = addDays(day, 1);
  return day;
}
