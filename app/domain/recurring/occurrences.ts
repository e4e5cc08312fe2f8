import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { danishHolidays } from "../calendar/danish-holidays.ts";
import { addDays, yearOf, type Day } from "../day-count.ts";
import { isRule } from "./rule.ts";

/** What decides on which days a service comes. Days are inclusive; `startsAt` is Danish wall time, HH:MM. */
export interface Recurrence {
  rrule: string;
  startsOn: Day;
  startsAt: string;
  endsOn: Day | null;
  leftOut: readonly Day[];
  skipsHolidays: boolean;
}

/** What else keeps a service from coming: days the institution is closed, half-open as stored, and its last days. */
export interface ServiceCalendar {
  closings: readonly { validFrom: Day; validTo: Day }[];
  /** The first day without a lease; null where it has no end. */
  leaseEndsOn: Day | null;
  /** The first day on which the service is out of the catalogue. */
  withdrawnOn: Day | null;
}

/** One time a service comes: the day, and the instant of its beginning. */
export interface Occurrence {
  day: Day;
  at: Date;
}

const zone = "Europe/Copenhagen";
/** A rule that never meets a day (30 February) must not be followed for ever. */
const mostSteps = 5_000;

/**
 * The days from one to another, both included, on which a service comes: by its rule, not on public holidays where those
 * are skipped, not while the institution is closed, not on days left out, and never after its end, the lease's or the
 * catalogue's. The clock on the wall stays the same through summer time. Throws for a rule that is none.
 * @example occurrencesOf({ ...recurrence, rrule: "FREQ=WEEKLY;BYDAY=MO" }, "2026-04-01", "2026-04-14", calendar) // 13 April: the 6th is Easter Monday
 */
export function occurrencesOf(
  recurrence: Recurrence,
  from: Day,
  to: Day,
  calendar: ServiceCalendar,
): Occurrence[] {
  if (!isRule(recurrence.rrule))
    throw new RangeError(`Not a rule by which a service comes: ${recurrence.rrule}`);
  const last = lastDay(recurrence, to, calendar);
  const first = from > recurrence.startsOn ? from : recurrence.startsOn;
  if (last < first) return [];
  const leftOut = new Set(recurrence.leftOut);
  return candidates(recurrence, first, last).filter(
    ({ day }) =>
      !leftOut.has(day) &&
      !(recurrence.skipsHolidays && isHoliday(day)) &&
      !calendar.closings.some(({ validFrom, validTo }) => validFrom <= day && day < validTo),
  );
}

function lastDay({ endsOn }: Recurrence, to: Day, { leaseEndsOn, withdrawnOn }: ServiceCalendar): Day {
  const ends = [to, ...(endsOn ? [endsOn] : [])];
  for (const firstWithout of [leaseEndsOn, withdrawnOn])
    if (firstWithout) ends.push(addDays(firstWithout, -1));
  return ends.reduce((earliest, day) => (day < earliest ? day : earliest));
}

/** The rule says the days; the wall clock says the instant, so that no day is lost where the clock skips an hour. */
function candidates({ rrule, startsOn, startsAt }: Recurrence, first: Day, last: Day): Occurrence[] {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${startsOn.replaceAll("-", "")}T120000\nRRULE:${rrule}`,
    maxIterations: mostSteps,
  });
  const [from, to] = [new Date(`${first}T00:00:00Z`), new Date(`${last}T23:59:59Z`)];
  return rule.between(from, to, true).map((found) => {
    const day = found.toPlainDate().toString();
    const local = Temporal.PlainDateTime.from(`${day}T${startsAt}`).toZonedDateTime(zone);
    return { day, at: new Date(local.epochMilliseconds) };
  });
}

const holidays = new Map<number, ReadonlyMap<Day, unknown>>();

function isHoliday(day: Day): boolean {
  const year = yearOf(day);
  const known = holidays.get(year) ?? danishHolidays(year);
  holidays.set(year, known);
  return known.has(day);
}
