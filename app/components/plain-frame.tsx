import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { shell } from "../i18n/shell.ts";
import { LanguageForm } from "./language-form.tsx";
import { Link } from "./link.tsx";
import { Mark } from "./mark.tsx";

type PlainFrameProps = { homeTo: string; here: string; localeTo: string; children: ReactNode };

/** The frame of pages that need no sign-in: the product's name, the choice of language, and the page. */
export function PlainFrame({ homeTo, here, localeTo, children }: PlainFrameProps) {
  const words = useWords(shell);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="screen-only on-navy flex h-14 items-center justify-between gap-4 bg-navy px-4 text-white md:px-6">
        <Link to={homeTo} className="flex items-center gap-2.5 rounded-base font-semibold">
          <Mark className="size-6" />
          {words.product}
        </Link>
        <LanguageForm to={localeTo} here={here} isOnNavy />
      </header>
      <main id="content" className="flex-1">
        {children}
      </main>
    </div>
  );
}
