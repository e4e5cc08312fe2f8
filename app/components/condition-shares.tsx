import { useFormats } from "../i18n/use-words.tsx";
import { conditionColours } from "./map/condition-colours.ts";
import { conditions, type Condition } from "#domain/portfolio-row.ts";

type Props = { label: string; names: Record<Condition, string>; shares: Record<Condition, number> };

/** How a whole is spread over the conditions: a bar whose parts are as long as their shares, and the shares in words. */
export function ConditionShares({ label, names, shares }: Props) {
  const format = useFormats();
  const present = conditions.filter((condition) => shares[condition] > 0);
  let from = 0;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-3.5 w-full rounded-base border border-line-strong"
      >
        {present.map((condition) => {
          const x = from;
          const width = shares[condition] * 100;
          from += width;
          return (
            <g key={condition}>
              <rect x={x} y="0" width={width} height="8" fill={conditionColours[condition - 1]} />
              {x > 0 && <line x1={x} x2={x} y1="0" y2="8" stroke="currentColor" strokeWidth="0.15" />}
            </g>
          );
        })}
      </svg>
      <ul aria-label={label} className="figures flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {present.map((condition) => (
          <li key={condition} className="flex items-center gap-1.5">
            <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5">
              <rect width="10" height="10" fill={conditionColours[condition - 1]} stroke="currentColor" />
            </svg>
            {condition} {names[condition]}: {format.percent(shares[condition])}
          </li>
        ))}
      </ul>
    </div>
  );
}
