import { useFormats, useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";
import { LinkButton } from "./button.tsx";

type MoreLinkProps = { shown: number; total: number; to?: string | null };

/** How many of how many are shown, and the way to the next ones. */
export function MoreLink({ shown, total, to }: MoreLinkProps) {
  const words = useWords(common);
  const format = useFormats();
  return (
    <p className="figures flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-2.5 text-sm text-ink-soft">
      <span>{words.shownOf(format.number(shown), format.number(total))}</span>
      {to && (
        <LinkButton to={to} isCompact preventScrollReset className="screen-only">
          {words.more}
        </LinkButton>
      )}
    </p>
  );
}
