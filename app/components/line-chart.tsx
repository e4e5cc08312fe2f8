import { useFormats, useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";
import { PLOT_HEIGHT, Plot, uprightScale } from "./chart-axis.tsx";
import { ChartFrame } from "./chart-frame.tsx";

/** One line: a value for each label, null where nothing is known. */
export type Line = { name: string; values: readonly (number | null)[] };

export type LineChartProps = {
  title: string;
  caption: string;
  unit: string;
  labels: readonly string[];
  /** At most three: beyond that a table says more. */
  lines: readonly Line[];
  labelHead?: string;
  write?: (value: number) => string;
  headingLevel?: 2 | 3;
};

/** Lines differ by dash as well as by colour. */
const LOOKS = [
  "stroke-blue",
  "stroke-accent [stroke-dasharray:6_4]",
  "stroke-ink-soft [stroke-dasharray:2_3]",
];

/** What changes over time, drawn on the server. */
export function LineChart({
  title,
  caption,
  unit,
  labels,
  lines,
  labelHead,
  write,
  headingLevel,
}: LineChartProps) {
  const words = useWords(common);
  const format = useFormats();
  const written = write ?? ((value: number) => format.number(value));
  const known = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const scale = uprightScale(known);
  const cell = (value: number | null | undefined) => (typeof value === "number" ? written(value) : "–");
  const numbers = {
    heads: [labelHead ?? words.category, ...lines.map((line) => line.name)],
    rows: labels.map((label, index): [string, ...string[]] => [
      label,
      ...lines.map((line) => cell(line.values[index])),
    ]),
  };
  return (
    <ChartFrame {...{ title, caption, unit, numbers, headingLevel }}>
      <Plot scale={scale} tick={written} labels={labels}>
        <svg
          width="100%"
          height={PLOT_HEIGHT}
          viewBox={`0 0 ${labels.length} ${PLOT_HEIGHT}`}
          preserveAspectRatio="none"
        >
          {lines.map((line, index) => (
            <path
              key={line.name}
              d={pathOf(line.values, scale.y)}
              vectorEffect="non-scaling-stroke"
              className={`fill-none stroke-2 ${LOOKS[index % LOOKS.length]}`}
            />
          ))}
        </svg>
      </Plot>
      {lines.length > 1 && <Legend lines={lines} />}
    </ChartFrame>
  );
}

function Legend({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {lines.map((line, index) => (
        <li key={line.name} className="flex items-center gap-2">
          <svg viewBox="0 0 24 4" className={`h-1 w-6 stroke-2 ${LOOKS[index % LOOKS.length]}`}>
            <path d="M0 2H24" />
          </svg>
          {line.name}
        </li>
      ))}
    </ul>
  );
}

/** A path through the known values, broken where one is missing. */
function pathOf(values: readonly (number | null)[], y: (value: number) => number): string {
  let isPenDown = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isPenDown = false;
        return "";
      }
      const step = `${isPenDown ? "L" : "M"}${index + 0.5} ${y(value).toFixed(1)}`;
      isPenDown = true;
      return step;
    })
    .join("");
}
