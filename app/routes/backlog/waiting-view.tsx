import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { Link } from "#app/components/link.tsx";
import { waiting as area } from "#app/i18n/waiting.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Waiting } from "./load-waiting.server.ts";

type WaitingViewProps = {
  waiting: Waiting;
  /** 2 where no other heading stands between the page's and the chart's. */
  headingLevel?: 2 | 3;
};

/** The curves of waiting, what they cost, and what they were reckoned with. */
export function WaitingView({ waiting, headingLevel }: WaitingViewProps) {
  const words = useWords(area);
  const format = useFormats();
  const { nothing, asToday, budgeted, ledgerOre, ledgerYear, budgetOre, firstYear } = waiting;
  const isSmall = nothing[0]!.leftOre < 100_000_000 * 10;
  const scale = isSmall ? 100_000 : 100_000_000;
  const values = (curve: Waiting["nothing"]) => curve.map(({ leftOre }) => leftOre / scale);
  const lines = [
    { name: words.nothing, values: values(nothing) },
    ...(asToday
      ? [
          {
            name: words.asToday(format.ore(ledgerOre, "million"), String(ledgerYear)),
            values: values(asToday),
          },
        ]
      : []),
    ...(budgeted
      ? [{ name: words.budgeted(format.ore(budgetOre, "million")), values: values(budgeted) }]
      : []),
  ];
  return (
    <div className="flex flex-col gap-4">
      <LineChart
        {...{ title: words.chart, caption: words.chartCaption, labelHead: words.year, lines, headingLevel }}
        unit={isSmall ? words.thousands : words.millions}
        labels={nothing.map(({ year }) => String(firstYear + year))}
        write={(value) => format.number(value, 0)}
      />
      <CostTable waiting={waiting} />
      <p className="text-sm text-ink-soft">
        {words.rule}{" "}
        {waiting.rates.map(({ key, value }) => `${words.rates[key]}: ${format.percent(value)}`).join("; ")}.{" "}
        <Link to="/assumptions#waiting" className="text-link">
          {words.assumptions}
        </Link>
      </p>
    </div>
  );
}

const yearsTold = [1, 2, 5, 10];

function CostTable({ waiting }: { waiting: Waiting }) {
  const words = useWords(area);
  const format = useFormats();
  const { nothing, asToday, budgeted, ledgerOre, ledgerYear, budgetOre } = waiting;
  const cost = (key: string, header: string, curve: Waiting["nothing"]): Column<number> => ({
    ...{ key, header, isNumeric: true },
    cell: (year) => format.ore(curve[year]!.waitingOre),
  });
  return (
    <DataTable
      caption={words.tableCaption}
      rows={yearsTold}
      rowKey={String}
      columns={[
        { key: "years", header: words.wait, cell: (year) => words.years(year) },
        cost("nothing", words.nothing, nothing),
        {
          ...{ key: "damage", header: words.damage, isNumeric: true },
          cell: (year) => format.ore(nothing[year]!.damageOre),
        },
        ...(asToday
          ? [cost("asToday", words.asToday(format.ore(ledgerOre, "million"), String(ledgerYear)), asToday)]
          : []),
        ...(budgeted ? [cost("budgeted", words.budgeted(format.ore(budgetOre, "million")), budgeted)] : []),
      ]}
    />
  );
}
