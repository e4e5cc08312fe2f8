import { addDays, addMonths, type Day } from "./day-count.ts";

/** A day on which a lease asks for a decision, or after which it is too late for one. */
export interface CriticalDate {
  on: Day;
  kind: "noticeDeadline" | "firstTermination" | "lastDay";
  leaseNumber: string;
}

/** What a lease says of its end. `validTo` is the day after its last (null is open-ended). */
export interface LeaseTerms {
  number: string;
  validTo: Day | null;
  noticeMonths: number | null;
  nonTerminableUntil: Day | null;
}

/**
 * The critical dates of a lease: its last day; the first day to which it can be terminated, where it is bound until
 * then; and the last day to give notice for that. @example
 * criticalDatesOf({ number: "L1", validTo: null, noticeMonths: 6, nonTerminableUntil: "2027-07-01" })
 * // notice by 2027-01-01, ends at the earliest 2027-07-01
 */
export function criticalDatesOf(lease: LeaseTerms): CriticalDate[] {
  const { number: leaseNumber, validTo, noticeMonths, nonTerminableUntil } = lease;
  const dates: CriticalDate[] = [];
  if (validTo) dates.push({ on: addDays(validTo, -1), kind: "lastDay", leaseNumber });
  if (nonTerminableUntil && (!validTo || nonTerminableUntil < validTo)) {
    dates.push({ on: nonTerminableUntil, kind: "firstTermination", leaseNumber });
    if (noticeMonths)
      dates.push({ on: addMonths(nonTerminableUntil, -noticeMonths), kind: "noticeDeadline", leaseNumber });
  }
  return dates.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The next critical date of several leases, from a day on; null where none is ahead. */
export function nextCriticalDate(leases: readonly LeaseTerms[], on: Day): CriticalDate | null {
  const ahead = leases.flatMap(criticalDatesOf).filter((date) => date.on >= on);
  return ahead.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}
