import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Plan } from "#db/queries/plan/get-plan.ts";
import { gapOf } from "../plan/gap.ts";

/** What the plans come to, a column each. */
export function SideBySide({ plans }: { plans: readonly Plan[] }) {
  const words = useWords(area);
  const { ore, number, percent } = useFormats();
  const say = words.compared;
  const shown = plans.map((plan) => {
    const { years, start, nothingOre } = plan.result!;
    const end = years.at(-1)?.end ?? start;
    const gap = gapOf({ ...plan, nothingOre });
    const sum = (of: (year: (typeof years)[number]) => number) =>
      years.reduce((all, year) => all + of(year), 0);
    return {
      money: ore(sum(({ budgetOre }) => budgetOre) / Math.max(1, years.length), "million"),
      spent: ore(
        sum(({ spentOre }) => spentOre),
        "million",
      ),
      works: number(sum(({ works }) => works)),
      backlog: ore(end.backlogOre, "million"),
      fci: percent(end.fci),
      damage: ore(end.damageOre, "million"),
      red: number(end.redWorks),
      total: ore(plan.totalOre, "million"),
      gap: gap ? percent(gap.share) : "–",
    };
  });
  const rows = [
    ["money", say.money],
    ["spent", words.figures.spent],
    ["works", say.worksDone],
    ["backlog", words.figures.backlog],
    ["fci", words.charts.fci],
    ["damage", words.charts.risk],
    ["red", say.red],
    ["total", say.total],
    ["gap", words.figures.gap],
  ] as const;
  return (
    <Card isFlush>
      <DataTable
        caption={say.title}
        rows={rows}
        rowKey={([key]) => key}
        columns={[
          { key: "label", header: say.end, cell: ([, label]) => label },
          ...plans.map((plan, at) => ({
            ...{ key: plan.id, header: plan.name, isNumeric: true },
            cell: ([key]: (typeof rows)[number]) => shown[at]![key],
          })),
        ]}
      />
      <PlanLinks plans={plans} />
    </Card>
  );
}

function PlanLinks({ plans }: { plans: readonly Plan[] }) {
  const words = useWords(area).compared;
  return (
    <p className="border-t border-line px-4 py-2.5 text-sm text-ink-soft">
      {words.totalNote}{" "}
      {plans.map(({ id, name }) => (
        <Link key={id} to={`/plans/${id}`} className="text-link mr-3 inline-block min-h-6">
          {name}
        </Link>
      ))}
    </p>
  );
}
