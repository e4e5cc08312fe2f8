import { Ellipsis } from "lucide-react";
import { useRef } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { shell } from "../i18n/shell.ts";
import { Icon } from "./icon.tsx";
import { NavLink } from "./link.tsx";
import { beginsGroup, type NavigationItem } from "./side-navigation.tsx";
import { useDismiss } from "./use-dismiss.ts";

const PLACES_IN_BAR = 5;
const CELL =
  "flex h-14 flex-col items-center justify-center gap-0.5 text-xs text-ink-soft -outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-blue";

/** The menu of a phone: at most five places under the thumb, the rest behind "Mere". */
export function BottomBar({ items }: { items: readonly NavigationItem[] }) {
  const words = useWords(shell);
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  const inBar = items.length > PLACES_IN_BAR ? items.slice(0, PLACES_IN_BAR - 1) : items;
  const behind = items.slice(inBar.length);
  return (
    <nav
      aria-label={words.navigation}
      className="screen-only fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {inBar.map((item) => (
          <li key={item.to}>
            <PlaceLink item={item} className={CELL} />
          </li>
        ))}
        {behind.length > 0 && (
          <li>
            <details ref={details}>
              <summary className={CELL}>
                <Icon of={Ellipsis} className="size-5" />
                {words.more}
              </summary>
              <ul className="absolute right-2 bottom-full mb-2 max-h-[70dvh] w-56 overflow-y-auto rounded-base border border-line bg-surface p-1 shadow-base">
                {behind.map((item, index) => (
                  <li key={item.to}>
                    {beginsGroup(behind, index) && (
                      <p className="px-3 pt-2 pb-1 text-xs text-ink-soft">{item.group}</p>
                    )}
                    <PlaceLink
                      item={item}
                      className="flex h-11 items-center gap-3 rounded-base px-3 aria-[current=page]:font-semibold aria-[current=page]:text-blue"
                    />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

function PlaceLink({ item, className }: { item: NavigationItem; className: string }) {
  return (
    <NavLink to={item.to} end={item.isExact} className={className}>
      <Icon of={item.icon} className="size-5" />
      <span className="max-w-full truncate">{item.label}</span>
    </NavLink>
  );
}
