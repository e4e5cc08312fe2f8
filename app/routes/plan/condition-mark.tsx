import { colourOf, ink } from "#app/components/map/palette.ts";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Condition } from "#domain/portfolio-row.ts";

/** A condition as a square of its colour, and in words. */
export function ConditionMark({ condition }: { condition: Condition }) {
  const words = useWords(area).packages;
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap text-ink-soft">
      <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5">
        <rect width="10" height="10" fill={colourOf("condition", condition - 1)} stroke={ink} />
      </svg>
      {words.condition(condition)}
    </span>
  );
}
