import { use as area } from "../../i18n/use.ts";
import { useFormats, useWords } from "../../i18n/use-words.tsx";
import { heatBounds, heatClass } from "#domain/use/heat-class.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";
import { ChartFrame } from "../chart-frame.tsx";

/** One hue from white to near black (ColorBrewer Blues): darker is fuller, whatever colours one sees. */
const colours = ["#ffffff", "#deebf7", "#9ecae1", "#4292c6", "#08519c", "#041f45"];
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

type Props = {
  title: string;
  caption: string;
  /** Mean persons in the 168 hours from Monday 0:00, and how many places there are for them. */
  week: readonly number[];
  capacity: number;
  headingLevel?: 2 | 3;
};

/** A week as squares, a day a row and an hour a column: how many of the places are taken, and the numbers beneath. */
export function WeekHeatMap({ title, caption, week, capacity, headingLevel }: Props) {
  const words = useWords(area).heat;
  const format = useFormats();
  const share = (weekday: number, hour: number) =>
    capacity > 0 ? (week[hourOfWeek(weekday, hour)] ?? 0) / capacity : 0;
  const numbers = {
    heads: [words.hour, ...weekdays.map((weekday) => words.weekdays[weekday - 1]!)],
    rows: hours.map((hour): [string, ...string[]] => [
      `${hour}–${hour + 1}`,
      ...weekdays.map((weekday) => format.percent(share(weekday, hour), 0)),
    ]),
  };
  return (
    <ChartFrame {...{ title, caption, numbers, headingLevel }} unit={words.unit}>
      <div className="grid grid-cols-[auto_1fr] gap-x-2 text-xs text-ink-soft">
        <ul className="flex flex-col">
          {weekdays.map((weekday) => (
            <li key={weekday} className="flex h-6 items-center">
              {words.weekdays[weekday - 1]}
            </li>
          ))}
        </ul>
        <svg viewBox="0 0 24 7" preserveAspectRatio="none" className="h-42 w-full border border-line-strong">
          {weekdays.flatMap((weekday) =>
            hours.map((hour) => (
              <rect
                key={`${weekday}-${hour}`}
                {...{ x: hour, y: weekday - 1, width: 1, height: 1 }}
                fill={colours[heatClass(share(weekday, hour))]}
                stroke="#dbe2e8"
                strokeWidth="0.03"
              />
            )),
          )}
        </svg>
        <span />
        <ul className="figures grid grid-cols-4">
          {[0, 6, 12, 18].map((hour) => (
            <li key={hour}>{words.clock(hour)}</li>
          ))}
        </ul>
      </div>
      <HeatLegend />
    </ChartFrame>
  );
}

function HeatLegend() {
  const words = useWords(area).heat;
  const format = useFormats();
  const percent = (value: number) => format.percent(value, 0);
  const names = [
    words.empty,
    words.below(percent(heatBounds[1])),
    ...heatBounds
      .slice(1, -1)
      .map((from, index) => `${format.number(from * 100, 0)}–${percent(heatBounds[index + 2]!)}`),
    words.above(percent(heatBounds.at(-1)!)),
  ];
  return (
    <ul className="figures mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
      {names.map((name, index) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg viewBox="0 0 10 10" className="size-3 border border-line-strong">
            <rect width="10" height="10" fill={colours[index]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
