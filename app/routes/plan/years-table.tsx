import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlanResult } from "#domain/plan/plan-question.ts";

/** Years across: budget, what it goes to, what is left. */
export function YearsTable({ years }: Pick<PlanResult, "years">) {
  const words = useWords(area).table;
  const { number, millions: money } = useFormats();
  const rows = [
    { label: words.budget, cells: years.map(({ budgetOre }) => money(budgetOre)) },
    { label: words.works, cells: years.map(({ worksOre }) => money(worksOre)) },
    { label: words.setup, cells: years.map(({ setupOre }) => money(setupOre)) },
    { label: words.spent, cells: years.map(({ spentOre }) => money(spentOre)) },
    { label: words.left, cells: years.map(({ leftOre }) => money(leftOre)) },
    { label: words.count, cells: years.map(({ works }) => number(works)) },
    { label: words.buildings, cells: years.map(({ buildings }) => number(buildings)) },
  ];
  return (
    <Card title={words.title} isFlush>
      <DataTable
        caption={words.title}
        rows={rows}
        rowKey={({ label }) => label}
        columns={[
          { key: "label", header: words.measure, cell: ({ label }) => label },
          ...years.map(({ year }, at) => ({
            ...{ key: String(year), header: String(year), isNumeric: true },
            cell: ({ cells }: (typeof rows)[number]) => cells[at],
          })),
        ]}
      />
    </Card>
  );
}
