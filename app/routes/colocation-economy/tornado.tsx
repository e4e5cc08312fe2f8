import { ChartFrame } from "#app/components/chart-frame.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CaseValue } from "#domain/colocation/case-values.ts";
import type { TornadoBar } from "#domain/economy/tornado.ts";
import { useSayValue } from "./say-value.ts";

type Props = {
  bars: readonly TornadoBar[];
  baseOre: number;
  names: Record<string, string>;
  values: readonly CaseValue[];
};

const mostBars = 8;
const oreOfMillion = 100_000_000;

/** What each assumption alone does to the net present value, the one that matters most on top; low is hollow, high is full. */
export function Tornado({ bars, baseOre, names, values }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const { nameOf } = useSayValue(names);
  const shown = bars.slice(0, mostBars);
  const ends = [baseOre, 0, ...shown.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const x = (ore: number) => ((ore - least) / (most - least || 1)) * 100;
  const millions = (ore: number) => format.number(ore / oreOfMillion, 1);
  const titleOf = (key: string) => nameOf(values.find((value) => value.key === key)!);
  return (
    <ChartFrame
      title={words.tornadoTitle}
      caption={words.tornadoCaption}
      unit={words.million}
      numbers={{
        heads: [words.assumptions.column, words.low, words.high],
        rows: bars.map(({ key, atLow, atHigh }) => [titleOf(key), millions(atLow), millions(atHigh)]),
      }}
    >
      <ul className="flex flex-col gap-2 text-sm">
        {shown.map(({ key, atLow, atHigh }) => (
          <li key={key}>
            <span className="flex justify-between gap-3">
              <span className="truncate">{titleOf(key)}</span>
              <span className="whitespace-nowrap text-ink-soft">
                {millions(Math.min(atLow, atHigh))} … {millions(Math.max(atLow, atHigh))}
              </span>
            </span>
            <svg width="100%" height="16">
              <Span from={x(baseOre)} to={x(atLow)} className="fill-accent-tint stroke-accent" />
              <Span from={x(baseOre)} to={x(atHigh)} className="fill-blue stroke-blue" />
              <line x1={`${x(baseOre)}%`} x2={`${x(baseOre)}%`} y1="0" y2="16" className="stroke-ink" />
              <line
                {...{ x1: `${x(0)}%`, x2: `${x(0)}%`, y1: "0", y2: "16" }}
                className="stroke-ink-soft [stroke-dasharray:2_2]"
              />
            </svg>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-5 pt-2 text-xs text-ink-soft">
        <Key className="fill-accent-tint stroke-accent" word={words.low} />
        <Key className="fill-blue stroke-blue" word={words.high} />
        <span>{`| ${words.base}: ${millions(baseOre)}`}</span>
        <span>{`┆ 0`}</span>
      </p>
    </ChartFrame>
  );
}

function Span({ from, to, className }: { from: number; to: number; className: string }) {
  return (
    <rect
      x={`${Math.min(from, to)}%`}
      width={`${Math.abs(to - from)}%`}
      y="3"
      height="10"
      className={className}
    />
  );
}

function Key({ className, word }: { className: string; word: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <svg width="14" height="10">
        <rect x="1" y="1" width="12" height="8" className={className} />
      </svg>
      {word}
    </span>
  );
}
