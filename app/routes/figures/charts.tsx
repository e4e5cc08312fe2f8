import { BarChart } from "#app/components/bar-chart.tsx";
import { Card } from "#app/components/card.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { figures as area } from "#app/i18n/figures.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { MonthFigures } from "#db/queries/figures/list-months.ts";
import type { OrderSummary } from "#db/queries/figures/summarise-orders.ts";
import { shareOnTime, standings, type FiguresSearch } from "#domain/figures/figures-search.ts";
import { useGroupName } from "./group-name.ts";

type Props = { search: FiguresSearch; summary: OrderSummary; months: readonly MonthFigures[] };

const mostBars = 8;
const kronerAThousand = 1_000 * 100;

/** A name short enough to stand under a bar. */
const short = (name: string): string => (name.length > 12 ? `${name.slice(0, 11)}…` : name);

/** How deadlines are kept over time, how orders stand, and where the money goes. */
export function Charts({ search, summary, months }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const { onTime, standing } = words.charts;
  const percent = (met: number, missed: number) => {
    const share = shareOnTime({ met, missed });
    return share === null ? null : share * 100;
  };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <Card>
        <LineChart
          headingLevel={2}
          {...{ title: onTime.title, caption: onTime.caption, unit: onTime.unit, labelHead: onTime.month }}
          labels={months.map(({ month }) => `${month.slice(5)}.${month.slice(2, 4)}`)}
          lines={[
            {
              name: words.promises.respond,
              values: months.map((m) => percent(m.respondMet, m.respondMissed)),
            },
            {
              name: words.promises.resolve,
              values: months.map((m) => percent(m.resolveMet, m.resolveMissed)),
            },
          ]}
          write={(value) => format.number(value, 0)}
        />
      </Card>
      <Card>
        <BarChart
          headingLevel={2}
          {...{ title: standing.title, caption: standing.caption, unit: standing.unit }}
          bars={standings.map((one) => ({
            label: words.standings[one],
            value: summary.total.resolve[one],
            isMarked: one === "unmeasured",
          }))}
          write={(value) => format.number(value, 0)}
        />
      </Card>
      <Dearest {...{ search, summary }} />
    </div>
  );
}

/** Where the most money went, group by group; nothing where nothing was spent. */
function Dearest({ search, summary }: Pick<Props, "search" | "summary">) {
  const words = useWords(area);
  const format = useFormats();
  const nameOf = useGroupName();
  const { spend } = words.charts;
  const dearest = [...summary.rows]
    .filter(({ spendOre }) => spendOre > 0)
    .sort((a, b) => b.spendOre - a.spendOre)
    .slice(0, mostBars);
  if (dearest.length === 0) return null;
  return (
    <Card className="xl:col-span-2">
      <BarChart
        headingLevel={2}
        {...{ title: spend.title, unit: spend.unit, labelHead: words.groups[search.by] }}
        caption={spend.caption(words.groups[search.by])}
        bars={dearest.map((row) => ({
          ...{ label: nameOf(row), short: short(nameOf(row)) },
          value: row.spendOre / kronerAThousand,
        }))}
        write={(value) => format.number(value, 0)}
      />
    </Card>
  );
}
