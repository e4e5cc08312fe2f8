import { ChevronLeft, ChevronRight } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import type { Day } from "#domain/day-count.ts";
import { calendarWeeks } from "#domain/lease-date/calendar-weeks.ts";
import { datesQuery, monthBy, type DatesSearch } from "#domain/lease-date/dates-search.ts";
import { dayLines, type DayLine } from "./day-lines.ts";

interface MonthViewProps {
  search: DatesSearch;
  month: string;
  today: Day;
  rows: readonly LeaseDateRow[];
}

/** The dates of a month: a grid of weeks on a desk, the days that have any on a phone. */
export function MonthView({ search, month, today, rows }: MonthViewProps) {
  const words = useWords(area).month;
  const name = `${words.names[Number(month.slice(5)) - 1]!} ${month.slice(0, 4)}`;
  const turn = (months: number) => `/dates?${datesQuery(search, { month: monthBy(month, months) })}`;
  const kinds = useWords(area).kinds;
  const linesOf = (on: Day): DayLine[] => {
    const ofDay = rows.filter((row) => row.on === on);
    const list = { ...search, month: null, from: on, to: on };
    return dayLines(ofDay, {
      one: ({ kind, lease }) => `${kinds[kind]}: ${lease.number}`,
      several: (count, kind) => words.several(count, kinds[kind]),
      to: (kind) => `/dates?${datesQuery(list, { kind })}`,
    });
  };
  return (
    <Card
      isFlush
      title={<span className="first-letter:uppercase">{name}</span>}
      tools={
        <span className="screen-only flex gap-2">
          <LinkButton to={turn(-1)} icon={ChevronLeft} isCompact preventScrollReset>
            {words.before}
          </LinkButton>
          <LinkButton to={turn(1)} icon={ChevronRight} isCompact preventScrollReset>
            {words.after}
          </LinkButton>
        </span>
      }
    >
      <Grid {...{ month, today, linesOf, caption: words.caption(name) }} />
      <Agenda {...{ rows, linesOf }} />
    </Card>
  );
}

interface DaysProps {
  linesOf: (on: Day) => DayLine[];
}

function Grid({
  month,
  today,
  linesOf,
  caption,
}: DaysProps & { month: string; today: Day; caption: string }) {
  const words = useWords(area).month;
  return (
    <table className="w-full table-fixed border-collapse phone:hidden">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-y border-line text-sm text-ink-soft">
          {words.weekdays.map((day) => (
            <th key={day} scope="col" className="px-2 py-1 text-left font-medium">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calendarWeeks(month).map((week) => (
          <tr key={week[0]}>
            {week.map((on) => (
              <td
                key={on}
                className={`h-24 border border-line p-1.5 align-top ${on.startsWith(month) ? "" : "bg-sunken"}`}
              >
                <span
                  className={`figures inline-flex size-6 items-center justify-center rounded-full text-sm ${on === today ? "bg-blue font-semibold text-white" : "text-ink-soft"}`}
                >
                  {Number(on.slice(8))}
                </span>
                {on.startsWith(month) && <Lines lines={linesOf(on)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Agenda({ rows, linesOf }: DaysProps & { rows: readonly LeaseDateRow[] }) {
  const words = useWords(area).month;
  const format = useFormats();
  const days = [...new Set(rows.map(({ on }) => on))];
  return (
    <>
      {days.length === 0 && <p className="border-t border-line p-4 text-ink-soft">{words.none}</p>}
      <ol className="hidden phone:block">
        {days.map((on) => (
          <li key={on} className="border-t border-line px-4 py-2">
            <h3 className="text-sm font-semibold">{format.day(on)}</h3>
            <Lines lines={linesOf(on)} />
          </li>
        ))}
      </ol>
    </>
  );
}

const Lines = ({ lines }: { lines: readonly DayLine[] }) => (
  <ul className="flex flex-col gap-0.5">
    {lines.map(({ key, to, text, isQuiet }) => (
      <li key={key} className="text-sm">
        <Link
          to={to}
          className={`text-link block min-h-6 truncate py-0.5 phone:whitespace-normal phone:py-2 ${isQuiet ? "" : "font-semibold"}`}
          title={text}
        >
          {text}
        </Link>
      </li>
    ))}
  </ul>
);
