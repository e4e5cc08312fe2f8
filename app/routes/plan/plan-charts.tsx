import { Card } from "#app/components/card.tsx";
import { ConditionShares } from "#app/components/condition-shares.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { backlog } from "#app/i18n/backlog.ts";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ShownResult } from "#db/queries/plan/get-plan.ts";
import type { PlanState } from "#domain/plan/plan-question.ts";
import { conditions, type Condition } from "#domain/portfolio-row.ts";

export interface ChartedPlan {
  name: string;
  result: ShownResult;
  replacementOre: number;
}

const million = 100_000_000;

/** How plans go, side by side: backlog, index, risk and condition. The years are those of the first. */
export function PlanCharts({ plans }: { plans: readonly ChartedPlan[] }) {
  const words = useWords(area).charts;
  const format = useFormats();
  const years = [...new Set(plans.flatMap(({ result }) => result.years.map(({ year }) => year)))].sort();
  const labels = [words.start, ...years.map((year) => `’${String(year).slice(2)}`)];
  const lines = (of: (state: PlanState) => number | null) =>
    plans.map(({ name, result }) => ({
      name,
      values: [
        of(result.start),
        ...years.map((year) => {
          const found = result.years.find((figures) => figures.year === year);
          return found ? of(found.end) : null;
        }),
      ],
    }));
  const inMillions = { unit: words.millions, write: (value: number) => format.number(value, 0) };
  const frame = { labels, labelHead: words.year, headingLevel: 2 as const };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-3">
      <Card>
        <LineChart
          {...{ ...frame, ...inMillions, title: words.backlog, caption: words.backlogCaption }}
          lines={lines(({ backlogOre }) => backlogOre / million)}
        />
      </Card>
      <Card>
        <LineChart
          {...{ ...frame, title: words.fci, unit: words.percent }}
          caption={words.fciCaption(format.ore(plans[0]!.replacementOre, "million"))}
          lines={lines(({ fci }) => (fci === null ? null : fci * 100))}
          write={(value) => format.number(value, 1)}
        />
      </Card>
      <Card>
        <LineChart
          {...{ ...frame, ...inMillions, title: words.risk, caption: words.riskCaption }}
          lines={lines(({ damageOre }) => damageOre / million)}
        />
      </Card>
      <Conditions plans={plans} />
    </div>
  );
}

const byCondition = (shares: readonly number[]): Record<Condition, number> =>
  Object.fromEntries(conditions.map((condition, at) => [condition, shares[at] ?? 0])) as Record<
    Condition,
    number
  >;

/** How the elements are spread over the conditions today and when each plan ends. */
function Conditions({ plans }: { plans: readonly ChartedPlan[] }) {
  const words = useWords(area).charts;
  const names = useWords(backlog).conditions;
  const { start } = plans[0]!.result;
  const states = [
    { label: words.start, shares: start.conditions },
    ...plans.map(({ name, result: { years } }) => ({
      label: plans.length > 1 ? `${name}, ${years.at(-1)?.year ?? ""}` : String(years.at(-1)?.year ?? ""),
      shares: years.at(-1)?.end.conditions ?? start.conditions,
    })),
  ];
  return (
    <Card title={words.conditions} className="xl:col-span-3">
      <p className="pb-3 text-sm text-ink-soft">{words.conditionsNote}</p>
      <div className="flex flex-col gap-4">
        {states.map(({ label, shares }) => (
          <div key={label} className="flex flex-col gap-1">
            <h3 className="text-sm font-semibold">{label}</h3>
            <ConditionShares label={words.conditionsOf(label)} names={names} shares={byCondition(shares)} />
          </div>
        ))}
      </div>
    </Card>
  );
}
