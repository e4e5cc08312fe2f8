import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { shell } from "../i18n/shell.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { SideNavigation } from "./side-navigation.tsx";
import type { NavigationItem } from "./side-navigation.tsx";
import { TopLine } from "./top-line.tsx";
import type { TopLineProps } from "./top-line.tsx";

export type ShellProps = TopLineProps & {
  /** All places, also those to come: only the ones that exist are shown. */
  items: readonly NavigationItem[];
  /** Whether the menu starts as icons, as the person last left it. */
  startsCollapsed?: boolean;
  onCollapse?: (isCollapsed: boolean) => void;
  children: ReactNode;
};

/** The frame around every page of a signed-in person. */
export function Shell({ items, startsCollapsed = false, onCollapse, children, ...topLine }: ShellProps) {
  const words = useWords(shell);
  const places = items.filter((item) => item.exists);
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="sr-only z-50 rounded-base bg-surface font-semibold text-blue shadow-base focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
      >
        {words.skip}
      </a>
      <SideNavigation items={places} homeTo={topLine.homeTo} {...{ startsCollapsed, onCollapse }} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopLine {...topLine} />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none max-md:pb-16 print:p-0">
          {children}
        </main>
      </div>
      <BottomBar items={places} />
    </div>
  );
}
