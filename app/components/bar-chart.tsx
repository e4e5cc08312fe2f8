import { useFormats, useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";
import { Plot, uprightScale } from "./chart-axis.tsx";
import { ChartFrame } from "./chart-frame.tsx";

/** `short` stands under the bar where the label is too long for it; the numbers and the bar itself say all of it. */
export type Bar = { label: string; short?: string; value: number; isMarked?: boolean };

export type BarChartProps = {
  title: string;
  caption: string;
  unit: string;
  bars: readonly Bar[];
  /** The head of the names in the table of numbers, e.g. "Måned". */
  labelHead?: string;
  /** How a value is written; as a plain number if not told. */
  write?: (value: number) => string;
  headingLevel?: 2 | 3;
};

const BAR_SHARE = 0.68;

/** Amounts side by side, drawn on the server. A marked bar is an outline as well as another colour. */
export function BarChart({ title, caption, unit, bars, labelHead, write, headingLevel }: BarChartProps) {
  const words = useWords(common);
  const format = useFormats();
  const written = write ?? ((value: number) => format.number(value));
  const scale = uprightScale(bars.map((bar) => bar.value));
  const numbers = {
    heads: [labelHead ?? words.category, unit],
    rows: bars.map((bar) => [bar.label, written(bar.value)] as [string, string]),
  };
  return (
    <ChartFrame {...{ title, caption, unit, numbers, headingLevel }}>
      <Plot scale={scale} tick={written} labels={bars.map((bar) => bar.short ?? bar.label)}>
        {bars.map((bar, index) => {
          const top = scale.y(Math.max(bar.value, 0));
          const height = Math.abs(scale.y(bar.value) - scale.y(0));
          return (
            <rect
              key={index}
              x={`${((index + (1 - BAR_SHARE) / 2) / bars.length) * 100}%`}
              width={`${(BAR_SHARE / bars.length) * 100}%`}
              y={top}
              height={height}
              rx="2"
              className={bar.isMarked ? "fill-accent-tint stroke-accent stroke-2" : "fill-blue"}
            >
              <title>{`${bar.label}: ${written(bar.value)} ${unit}`}</title>
            </rect>
          );
        })}
      </Plot>
    </ChartFrame>
  );
}
