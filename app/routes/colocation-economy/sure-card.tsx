import { BarChart } from "#app/components/bar-chart.tsx";
import { Card } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ScenarioEconomy } from "#domain/colocation/case-economy.ts";
import type { Uncertainty } from "#domain/colocation/case-uncertainty.ts";
import type { CaseValue } from "#domain/colocation/case-values.ts";
import { useSayMoney } from "../colocation-case/say-money.ts";
import { Tornado } from "./tornado.tsx";

type Props = {
  shown: { economy: ScenarioEconomy } & Uncertainty;
  names: Record<string, string>;
  factors: readonly number[];
  values: readonly CaseValue[];
};

const oreOfMillion = 100_000_000;

/** How sure the city can be: chances in words, what matters most, all at once, and when the money is home. */
export function SureCard({ shown, names, factors, values }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const { money } = useSayMoney();
  const { chance } = shown;
  const inMillions = (ore: number) => format.number(ore / oreOfMillion, 1);
  return (
    <Card title={words.sure}>
      <div className="flex flex-col gap-6">
        <Figures>
          <Figure label={words.p10} value={money(chance.p10Ore)} />
          <Figure label={words.p50} value={money(chance.p50Ore)} />
          <Figure label={words.p90} value={money(chance.p90Ore)} />
          <Figure label={words.within} value={format.percent(chance.shareWithinDemand, 0)} />
          <Figure label={words.above} value={format.percent(chance.shareAboveZero, 0)} />
        </Figures>
        <div className="grid gap-6 lg:grid-cols-2">
          <Tornado {...{ bars: shown.tornado, baseOre: shown.economy.municipality.npvOre, names, values }} />
          <BarChart
            title={words.chanceTitle}
            caption={words.chanceCaption(format.number(chance.draws), chance.seed)}
            unit={words.draws}
            labelHead={words.interval}
            bars={chance.spread.map(({ fromOre, toOre, draws }) => ({
              ...{ label: `${inMillions(fromOre)} – ${inMillions(toOre)}`, short: inMillions(fromOre) },
              ...{ value: draws, isMarked: toOre <= 0 },
            }))}
          />
        </div>
        <FlowChart flowsOre={shown.economy.municipality.flowsOre} factors={factors} />
      </div>
    </Card>
  );
}

function FlowChart({ flowsOre, factors }: { flowsOre: readonly number[]; factors: readonly number[] }) {
  const words = useWords(area);
  const format = useFormats();
  const summed = (flows: readonly number[]) => {
    let sum = 0;
    return flows.map((flow) => (sum += flow) / oreOfMillion);
  };
  return (
    <LineChart
      title={words.flowTitle}
      caption={words.flowCaption}
      unit={words.million}
      labelHead={words.year}
      labels={flowsOre.map((_, year) => String(year))}
      write={(value) => format.number(value, 1)}
      lines={[
        { name: words.plain, values: summed(flowsOre) },
        { name: words.discounted, values: summed(flowsOre.map((flow, year) => flow * factors[year]!)) },
      ]}
    />
  );
}
