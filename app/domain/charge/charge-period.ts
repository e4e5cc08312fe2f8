import type { Day } from "../day-count.ts";

/** What a run charges for: a calendar month or quarter, as people say it, with its first day and the day after its last. */
export interface ChargePeriod {
  text: string;
  from: Day;
  to: Day;
  months: 1 | 3;
}

const pad = (value: number) => String(value).padStart(2, "0");
const firstOf = (months: number): Day => `${Math.floor(months / 12)}-${pad((months % 12) + 1)}-01`;

function periodAt(firstMonth: number, months: 1 | 3): ChargePeriod {
  const [from, to] = [firstOf(firstMonth), firstOf(firstMonth + months)];
  const text = months === 1 ? from.slice(0, 7) : `${from.slice(0, 4)}-Q${(firstMonth % 12) / 3 + 1}`;
  return { text, from, to, months };
}

/** Reads a period; null for anything else. @example parseChargePeriod("2026-Q1")?.to // "2026-04-01" */
export function parseChargePeriod(text: unknown): ChargePeriod | null {
  const found = typeof text === "string" ? /^(20\d\d)-(?:(0[1-9]|1[0-2])|Q([1-4]))$/.exec(text) : null;
  if (!found) return null;
  const [, year, month, quarter] = found;
  const base = Number(year) * 12;
  return month ? periodAt(base + Number(month) - 1, 1) : periodAt(base + (Number(quarter) - 1) * 3, 3);
}

const countOf = ({ from }: ChargePeriod): number =>
  Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;

/** The period of the same length that follows. @example nextChargePeriod(parseChargePeriod("2026-12")!).text // "2027-01" */
export const nextChargePeriod = (period: ChargePeriod): ChargePeriod =>
  periodAt(countOf(period) + period.months, period.months);

/** The month that a day lies in. @example chargeMonthOf("2026-11-20").text // "2026-11" */
export const chargeMonthOf = (day: Day): ChargePeriod => parseChargePeriod(day.slice(0, 7))!;
