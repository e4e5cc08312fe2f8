import { X } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { Link } from "#app/components/link.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { Chip } from "./chips.ts";

/** What limits the list and the map, each a link to the same without it. */
export function FilterChips({ chips, clearTo }: { chips: Chip[]; clearTo: string }) {
  const words = useWords(portfolio);
  if (chips.length === 0) return null;
  return (
    <ul aria-label={words.active} className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ key, label, to }) => (
        <li key={key}>
          <Link
            to={to}
            preventScrollReset
            aria-label={words.remove(label)}
            className="flex min-h-7 max-w-72 items-center gap-1.5 rounded-base bg-blue-tint pr-1.5 pl-2.5 text-sm font-medium text-blue-deep hover:bg-blue hover:text-white pointer-coarse:min-h-11"
          >
            <span className="truncate">{label}</span>
            <Icon of={X} className="screen-only size-3.5" />
          </Link>
        </li>
      ))}
      <li className="screen-only">
        <Link to={clearTo} preventScrollReset className="text-link px-2 text-sm">
          {words.clearAll}
        </Link>
      </li>
    </ul>
  );
}
