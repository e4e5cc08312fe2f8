import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useState } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { shell } from "../i18n/shell.ts";
import { Icon } from "./icon.tsx";
import { Link, NavLink } from "./link.tsx";
import { Mark } from "./mark.tsx";

/** A place in the menu, under the heading of its group where it has one. `isExact` for a place whose address begins those
 *  of others. */
export type NavigationItem = {
  to: string;
  label: string;
  icon: LucideIcon;
  exists: boolean;
  isExact?: boolean;
  group?: string | undefined;
};

/** Whether an item begins a group: the heading stands before it. */
export const beginsGroup = (items: readonly NavigationItem[], index: number): boolean =>
  items[index]!.group !== undefined && items[index]!.group !== items[index - 1]?.group;

type SideNavigationProps = {
  items: readonly NavigationItem[];
  homeTo: string;
  startsCollapsed: boolean;
  onCollapse?: (isCollapsed: boolean) => void;
};

/** The menu at the left of a wide screen; it folds to icons and stays as it was left. */
export function SideNavigation({ items, homeTo, startsCollapsed, onCollapse }: SideNavigationProps) {
  const words = useWords(shell);
  const [isCollapsed, setCollapsed] = useState(startsCollapsed);
  const fold = () => {
    setCollapsed(!isCollapsed);
    onCollapse?.(!isCollapsed);
  };
  const word = isCollapsed ? "sr-only" : "truncate";
  return (
    <nav
      aria-label={words.navigation}
      className={`on-navy screen-only sticky top-0 hidden h-dvh shrink-0 flex-col bg-navy text-navy-ink md:flex ${isCollapsed ? "w-14" : "w-56"}`}
    >
      <Link
        to={homeTo}
        className="m-2 flex h-10 items-center gap-2.5 rounded-base px-2 font-semibold text-white"
      >
        <Mark className="size-6 shrink-0" />
        <span className={word}>{words.product}</span>
      </Link>
      <ul className="flex flex-1 flex-col gap-0.5 overflow-y-auto px-2 py-1">
        {items.map((item, index) => (
          <li key={item.to}>
            {beginsGroup(items, index) && (
              <p
                className={
                  isCollapsed
                    ? "mx-2 my-1.5 h-px bg-navy-raised text-transparent"
                    : "px-2.5 pt-3 pb-1 text-xs text-navy-ink/80"
                }
              >
                {!isCollapsed && item.group}
              </p>
            )}
            <NavLink
              to={item.to}
              end={item.isExact}
              title={isCollapsed ? item.label : undefined}
              className="flex h-9 items-center gap-3 rounded-base px-2.5 hover:bg-navy-raised hover:text-white aria-[current=page]:bg-navy-raised aria-[current=page]:font-semibold aria-[current=page]:text-white"
            >
              <Icon of={item.icon} />
              <span className={word}>{item.label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={fold}
        className="m-2 flex h-9 items-center gap-3 rounded-base px-2.5 text-sm hover:bg-navy-raised hover:text-white [@media(scripting:none)]:hidden"
      >
        <Icon of={isCollapsed ? PanelLeftOpen : PanelLeftClose} />
        <span className={word}>{isCollapsed ? words.expand : words.collapse}</span>
      </button>
    </nav>
  );
}
