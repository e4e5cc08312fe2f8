import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { weekdayAndHour, weekHours } from "#domain/use/use-week.ts";

type Props = { byHour: readonly number[]; capacity: number | null };

const height = 28;

/** The places that are needed in every hour of the week against those there are: a bar an hour, what is too much in red. */
export function HourStrip({ byHour, capacity }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const peak = Math.max(0, ...byHour);
  if (peak === 0) return null;
  const top = Math.max(peak, capacity ?? 0);
  const { weekday, hour } = weekdayAndHour(byHour.indexOf(peak));
  const busiest = words.busiest(words.weekdays[weekday - 1]!, `${hour}–${hour + 1}`, format.number(peak, 0));
  const line = capacity === null ? null : height - (height * capacity) / top;
  return (
    <figure className="py-1">
      <svg
        viewBox={`0 0 ${weekHours} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={busiest}
        className="h-8 w-full border-b border-line-strong"
      >
        {byHour.map((places, at) => (
          <rect
            key={at}
            {...{ x: at, width: 1, y: height - (height * places) / top, height: (height * places) / top }}
            className={capacity !== null && places > capacity + 1e-9 ? "fill-bad" : "fill-blue"}
          />
        ))}
        {line !== null && (
          <line
            x1={0}
            x2={weekHours}
            y1={line}
            y2={line}
            className="stroke-ink"
            strokeDasharray="2 2"
            strokeWidth={0.6}
          />
        )}
      </svg>
      <figcaption className="text-xs text-ink-soft">{busiest}</figcaption>
    </figure>
  );
}
