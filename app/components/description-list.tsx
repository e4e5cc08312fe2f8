import type { ReactNode } from "react";
import { useFormats, useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";

/** One thing known: what, how much, from where, and from which day ('YYYY-MM-DD'). */
export type Fact = { term: string; value: ReactNode; source?: string | null; on?: string | null };

/** Facts, each with its source and date beside it. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  const words = useWords(common);
  const format = useFormats();
  return (
    <dl className="figures">
      {facts.map((fact) => {
        const origin = [fact.source, fact.on && format.day(fact.on)].filter(Boolean).join(", ");
        return (
          <div
            key={fact.term}
            className="grid grid-cols-[2fr_3fr] gap-x-4 border-b border-line py-1.5 last:border-b-0 sm:grid-cols-[2fr_3fr_2fr]"
          >
            <dt className="text-ink-soft">{fact.term}</dt>
            <dd className={`min-w-0 break-words ${origin ? "" : "sm:col-span-2"}`}>
              {fact.value ?? <span className="text-ink-soft">{words.unknown}</span>}
            </dd>
            {origin && (
              <dd className="text-sm text-ink-soft max-sm:col-start-2 sm:text-right">
                <span className="sr-only">{words.source}: </span>
                {origin}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
