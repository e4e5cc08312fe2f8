import { useSubmit } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Link } from "#app/components/link.tsx";
import { board } from "#app/i18n/board.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { BoardRow } from "#db/queries/work/list-board.ts";
import { addDays, type Day } from "#domain/day-count.ts";
import { DayColumn } from "./day-column.tsx";
import type { BoardDays } from "./load-board.server.ts";
import { boardTo } from "./view-switch.tsx";

/** The week of a team: what is on each day, what has no day yet, and how full each day is. */
export function DayBoard(data: BoardDays & { now: string }) {
  const { team, teams, days, rows, loads, search, unplanned } = data;
  const words = useWords(board);
  const submit = useSubmit();
  const first = days[0]!;
  const isOn = (day: Day | null) => (row: BoardRow) =>
    day === null ? row.plannedOn === null || row.plannedOn < first : row.plannedOn === day;
  const plan = (order: string, day: Day | null) =>
    submit({ intent: "plan", order, plannedOn: day ?? "" }, { method: "post", preventScrollReset: true });
  const week = (from: Day) => boardTo("day", { ...search, team: team?.id ?? null }, { from });
  const shared = { now: data.now, teamId: team?.id ?? null, onDrop: plan };
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">{team?.name ?? words.days.chooseTeam}</h2>
        <span className="flex gap-2">
          <LinkButton isCompact to={week(addDays(first, -7))}>
            {words.days.before}
          </LinkButton>
          <LinkButton isCompact to={week(addDays(first, 7))}>
            {words.days.after}
          </LinkButton>
        </span>
      </div>
      <nav aria-label={words.days.chooseTeam} className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
        {teams.map(({ id, name }) => (
          <Link
            key={id}
            to={boardTo("day", { ...search, team: id }, { from: first })}
            aria-current={id === team?.id ? "page" : undefined}
            className="text-link aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {name}
          </Link>
        ))}
      </nav>
      <p className="text-sm text-ink-soft [@media(scripting:none)]:hidden">{words.days.hint}</p>
      <div className="grid gap-3 md:auto-cols-[minmax(11rem,1fr)] md:grid-flow-col md:overflow-x-auto md:pb-2">
        <DayColumn {...shared} day={null} rows={rows.filter(isOn(null))} load={null} total={unplanned} />
        {days.map((day) => {
          const load = loads.find((one) => one.day === day) ?? null;
          const onDay = rows.filter(isOn(day));
          const total = Math.max(load?.orders ?? 0, onDay.length);
          return <DayColumn key={day} {...shared} {...{ day, load, total }} rows={onDay} />;
        })}
      </div>
    </>
  );
}
