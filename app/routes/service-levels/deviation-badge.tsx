import { Badge } from "#app/components/badge.tsx";
import { levels } from "#app/i18n/levels.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Deviation } from "#domain/catalogue/compare-levels.ts";

/** How a price lies beside others': a word, a share and a small line from the median outwards. */
export function DeviationBadge({ deviation }: { deviation: Deviation | null }) {
  const words = useWords(levels);
  const format = useFormats();
  if (!deviation) return <span className="text-ink-soft">{words.notCompared}</span>;
  const { side, share } = deviation;
  const percent = format.percent(Math.abs(share), 0);
  return (
    <span className="inline-flex items-center gap-2">
      <DeviationLine share={share} isFar={side !== "within"} />
      {side === "within" ? (
        <Badge status="good">{words.within}</Badge>
      ) : (
        <Badge status={side === "above" ? "attention" : "info"}>{words[side](percent)}</Badge>
      )}
    </span>
  );
}

const halfWidth = 24;

/** The median in the middle, the unit's price to its side; half the median is as far as it goes. */
function DeviationLine({ share, isFar }: { share: number; isFar: boolean }) {
  const reach = Math.max(-1, Math.min(1, share / 0.5)) * (halfWidth - 3);
  return (
    <svg
      width={halfWidth * 2}
      height="12"
      viewBox={`${-halfWidth} 0 ${halfWidth * 2} 12`}
      aria-hidden="true"
      className="shrink-0"
    >
      <line x1={-halfWidth} x2={halfWidth} y1="6" y2="6" className="stroke-line" />
      <line x1="0" x2="0" y1="1" y2="11" className="stroke-ink-soft" />
      <line
        x1="0"
        x2={reach}
        y1="6"
        y2="6"
        strokeWidth="3"
        className={isFar ? "stroke-accent" : "stroke-blue"}
      />
      <circle cx={reach} cy="6" r="3" className={isFar ? "fill-accent" : "fill-blue"} />
    </svg>
  );
}
