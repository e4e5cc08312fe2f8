import { colourOf, ink } from "#app/components/map/palette.ts";
import type { Condition, PortfolioTotals } from "#domain/portfolio-row.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";

type Share = PortfolioTotals["byCondition"][number];

/** How the buildings are spread over the conditions: one bar, its parts as long as their number. */
export function ConditionBar({ shares }: { shares: Share[] }) {
  const words = useWords(portfolio);
  const format = useFormats();
  const total = shares.reduce((sum, share) => sum + share.buildings, 0);
  const nameOf = (condition: Condition | null) => words.conditions[condition ?? "unknown"];
  const text = shares
    .filter((share) => share.buildings > 0)
    .map(
      ({ condition, buildings }) => `${condition ?? "–"} ${nameOf(condition)}: ${format.number(buildings)}`,
    )
    .join(", ");
  let from = 0;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${words.totals.conditionBar}: ${text}`}
      className="h-3.5 w-full rounded-base border border-line-strong"
    >
      {shares.map(({ condition, buildings }) => {
        const width = total > 0 ? (buildings / total) * 100 : 0;
        const x = from;
        from += width;
        const colour = condition === null ? "#ffffff" : colourOf("condition", condition - 1);
        return (
          <g key={condition ?? 0}>
            <title>{`${condition ?? "–"} ${nameOf(condition)}: ${format.number(buildings)}`}</title>
            <rect x={x} y="0" width={width} height="8" fill={colour} />
            {x > 0 && width > 0 && <line x1={x} x2={x} y1="0" y2="8" stroke={ink} strokeWidth="0.15" />}
          </g>
        );
      })}
    </svg>
  );
}
