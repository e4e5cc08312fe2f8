import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import type { MouseEvent } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { shell } from "../i18n/shell.ts";
import { AccountMenu } from "./account-menu.tsx";
import type { Account } from "./account-menu.tsx";
import { Icon } from "./icon.tsx";
import { LanguageForm } from "./language-form.tsx";
import { Link } from "./link.tsx";
import { Mark } from "./mark.tsx";

export type TopLineProps = {
  homeTo: string;
  /** The address of this page: where the choice of language returns to. */
  here: string;
  localeTo: string;
  /** The search page; with `onSearch` a click opens the search here instead. */
  searchTo?: string | null;
  onSearch?: () => void;
  account?: Account | null;
  signInTo?: string;
};

/** The line above every page: search, language, account. */
export function TopLine({ homeTo, here, localeTo, searchTo, onSearch, account, signInTo }: TopLineProps) {
  const words = useWords(shell);
  return (
    <header className="screen-only sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-line bg-surface px-4 md:px-6">
      <Link to={homeTo} aria-label={words.home} className="text-navy md:hidden">
        <Mark className="size-7" />
      </Link>
      {searchTo && <SearchLink to={searchTo} onSearch={onSearch} />}
      <div className="ml-auto flex items-center gap-1">
        <LanguageForm to={localeTo} here={here} />
        {account && <AccountMenu account={account} />}
        {!account && signInTo && (
          <Link to={signInTo} className="text-link px-2">
            {words.signIn}
          </Link>
        )}
      </div>
    </header>
  );
}

function SearchLink({ to, onSearch }: { to: string; onSearch?: () => void }) {
  const words = useWords(shell);
  const hasKeys = useSearchKeys(onSearch);
  const open = (event: MouseEvent) => {
    if (!onSearch || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onSearch();
  };
  return (
    <Link
      to={to}
      onClick={open}
      aria-keyshortcuts={hasKeys ? "Control+K Meta+K" : undefined}
      className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-base border border-line-strong bg-surface px-3 text-ink-soft hover:border-ink pointer-coarse:h-11 md:max-w-md"
    >
      <Icon of={Search} />
      <span className="sr-only">{words.search}: </span>
      <span className="truncate">{words.searchHint}</span>
      <kbd className="ml-auto hidden rounded-base bg-sunken px-1.5 font-sans text-xs whitespace-nowrap md:block">
        {words.searchKeys}
      </kbd>
    </Link>
  );
}

/** Ctrl K (⌘ K) opens the search from anywhere. Whether it does so yet: before the page listens, no shortcut is told of. */
function useSearchKeys(onSearch: (() => void) | undefined): boolean {
  const [hasKeys, setHasKeys] = useState(false);
  useEffect(() => {
    if (!onSearch) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onSearch();
    };
    document.addEventListener("keydown", onKey);
    setHasKeys(true);
    return () => document.removeEventListener("keydown", onKey);
  }, [onSearch]);
  return hasKeys;
}
