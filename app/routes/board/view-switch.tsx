import { Link } from "#app/components/link.tsx";
import { board } from "#app/i18n/board.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { writeBoardSearch, type BoardSearch } from "#domain/work/board-search.ts";

const views = ["team", "day", "map"] as const;
export type BoardView = (typeof views)[number];

/** The address of a view with its filters. @example boardTo("day", search) // "/board?team=…&view=day" */
export function boardTo(view: BoardView, search: BoardSearch, more: Record<string, string> = {}): string {
  const params = writeBoardSearch(search);
  if (view === "day") params.set("view", "day");
  for (const [key, value] of Object.entries(more)) params.set(key, value);
  const query = params.toString();
  return `${view === "map" ? "/board/map" : "/board"}${query && `?${query}`}`;
}

/** The same orders as a list, by day, or on the map. */
export function ViewSwitch({ current, search }: { current: BoardView; search: BoardSearch }) {
  const words = useWords(board);
  return (
    <nav aria-label={words.viewsLabel} className="flex rounded-base border border-line bg-surface p-0.5">
      {views.map((view) => (
        <Link
          key={view}
          to={boardTo(view, search)}
          aria-current={view === current ? "page" : undefined}
          className="flex min-h-8 items-center rounded-base px-3 font-semibold text-ink-soft hover:text-blue aria-[current=page]:bg-blue-tint aria-[current=page]:text-blue-deep pointer-coarse:min-h-11"
        >
          {words.views[view]}
        </Link>
      ))}
    </nav>
  );
}
