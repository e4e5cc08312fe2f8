import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { board } from "#app/i18n/board.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { BoardList } from "./load-board.server.ts";
import { LoadBar } from "./load-bar.tsx";
import { boardTo } from "./view-switch.tsx";

/** The teams that have orders here: how many, how many late, and what they have on today. */
export function TeamStrip({ teams, counts, loads, search, loadDay }: BoardList) {
  const words = useWords(board);
  const format = useFormats();
  const shown = [
    ...teams.map(({ id, name }) => ({ id, name })),
    { id: null, name: words.filters.noTeam },
  ].flatMap((team) => {
    const count = counts.teams.find(({ teamId }) => teamId === team.id);
    return count ? [{ ...team, count, load: loads.find(({ teamId }) => teamId === team.id) }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <Card
      title={words.teamsTitle}
      tools={<span className="text-sm text-ink-soft">{words.teamLoad(format.day(loadDay))}</span>}
      isFlush
    >
      <ul>
        {shown.map(({ id, name, count, load }) => (
          <li key={id ?? "none"} className="border-t border-line px-4 py-2.5">
            <span className="flex items-baseline justify-between gap-3">
              <Link
                to={boardTo("team", { ...search, team: id ?? "none" })}
                aria-current={search.team === (id ?? "none") ? "true" : undefined}
                className="text-link min-w-0"
              >
                {name}
              </Link>
              <span className="figures shrink-0">{format.number(count.total)}</span>
            </span>
            {count.overdue > 0 && (
              <span className="figures block text-sm text-bad">
                {words.counts.overdue}: {format.number(count.overdue)}
              </span>
            )}
            {load && load.dailyMinutes > 0 && <LoadBar team={load} day={loadDay} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
