import ical, { ICalEventTransparency } from "ical-generator";
import { dates as area } from "#app/i18n/dates.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import { addDays, type Day } from "#domain/day.ts";
import { ownerInWords, ruleInWords } from "../dates/date-words.ts";

interface CalendarOf {
  dates: readonly LeaseDateRow[];
  locale: Locale;
  today: Day;
  /** The full address of a path of the site. */
  linkTo: (path: string) => string;
}

const everySixHours = 6 * 60 * 60;

/**
 * Dates as a calendar (RFC 5545): each a whole day that keeps nobody from other things, with its rule and the way to it. The
 * same dates on the same day are the same text, so that a program that has it is told so.
 */
export function composeCalendar({ dates, locale, today, linkTo }: CalendarOf): string {
  const words = area[locale];
  const calendar = ical({
    ...{ name: words.feed.calendarName, ttl: everySixHours },
    prodId: { company: "Ejendomsportalen", product: "Lease dates", language: locale.toUpperCase() },
  });
  for (const date of dates) {
    const { key, kind, on, lease } = date;
    const url = linkTo(`/dates/${key}`);
    calendar.createEvent({
      ...{ id: `${key}@ejendomsportalen`, allDay: true, url },
      ...{ start: asDate(on), end: asDate(addDays(on, 1)), stamp: asDate(today) },
      summary: words.feed.event(words.kinds[kind], lease.number, lease.partyName),
      description: [ruleInWords(date, locale), words.feed.owner(ownerInWords(date, locale)), url].join("\n"),
      ...(lease.buildingName && { location: lease.buildingName }),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** A day as the package reads it: its local midnight, whichever zone the server is in. */
const asDate = (day: Day): Date => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(year, month - 1, date);
};
