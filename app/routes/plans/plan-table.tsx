import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ListedPlan } from "#db/queries/plan/list-plans.ts";
import { StateBadge } from "./state-badge.tsx";

/** So many stand beside each other and can still be read. */
const mostCompared = 3;

/** Plans, each with what it costs and leaves, and a box to choose it for comparison. */
export function PlanTable({ plans }: { plans: readonly ListedPlan[] }) {
  const words = useWords(area);
  const format = useFormats();
  const { columns } = words;
  return (
    <Card isFlush>
      <DataTable
        caption={words.caption}
        phone="cards"
        rows={plans}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/plans/${id}`}
        columns={[
          { key: "name", header: columns.name, cell: (row) => row.name },
          { key: "state", header: columns.state, cell: (row) => <StateBadge state={row.state} /> },
          {
            key: "years",
            header: columns.years,
            cell: (row) => `${row.firstYear}–${row.firstYear + row.yearCount - 1}`,
          },
          {
            key: "budget",
            header: columns.budget,
            isNumeric: true,
            cell: (row) => format.ore(row.budgetOre, "million"),
          },
          {
            key: "backlog",
            header: columns.backlog,
            isNumeric: true,
            cell: (row) => format.ore(row.backlogOre, "million"),
          },
          {
            key: "madeBy",
            header: columns.madeBy,
            cell: (row) => (
              <div>
                {row.madeBy}
                {row.copiedFrom && (
                  <span className="block text-sm text-ink-soft">{words.copiedFrom(row.copiedFrom)}</span>
                )}
              </div>
            ),
          },
          {
            key: "choose",
            header: columns.choose,
            cell: (row) => <Choose plan={row} isChosen={plans.indexOf(row) < mostCompared} />,
          },
        ]}
      />
    </Card>
  );
}

function Choose({ plan, isChosen }: { plan: ListedPlan; isChosen: boolean }) {
  const words = useWords(area);
  return (
    <input
      type="checkbox"
      name="ids"
      value={plan.id}
      aria-label={words.compareOf(plan.name)}
      defaultChecked={isChosen}
      className="relative z-10 size-6"
    />
  );
}
