import { List, Map, PanelRight } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { Link } from "#app/components/link.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import { withParams, type Shown } from "./portfolio-url.ts";

const icons = { both: PanelRight, map: Map, list: List };

/** Map, list or both. A phone has room for one of them, so there `both` means the map. */
export function ViewSwitch({ query, shown }: { query: string; shown: Shown }) {
  const words = useWords(portfolio);
  const cell = (view: Shown, isCurrent: boolean, className: string) => (
    <li className={`flex-1 ${className}`}>
      <Link
        to={withParams(query, { show: view === "both" ? null : view })}
        preventScrollReset
        aria-current={isCurrent ? "true" : undefined}
        title={words.views[view]}
        className="flex min-h-9 items-center justify-center gap-2 px-3 font-medium text-ink-soft -outline-offset-2 hover:bg-sunken aria-[current=true]:bg-blue-tint aria-[current=true]:text-blue-deep pointer-coarse:min-h-11"
      >
        <Icon of={icons[view]} />
        <span className="md:sr-only">{words.views[view]}</span>
      </Link>
    </li>
  );
  return (
    <ul
      aria-label={words.viewSwitch}
      className="screen-only flex divide-x divide-line overflow-hidden rounded-base border border-line-strong bg-surface max-md:flex-1"
    >
      {cell("both", shown === "both", "max-md:hidden")}
      {cell("map", shown !== "list", "md:hidden")}
      {cell("list", shown === "list", "")}
    </ul>
  );
}
