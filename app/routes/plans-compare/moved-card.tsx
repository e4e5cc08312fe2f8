import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Plan } from "#db/queries/plan/get-plan.ts";
import type { MovedWork } from "#db/queries/plan/list-plan-works.ts";

type Props = { plans: readonly Plan[]; moved: { items: MovedWork[]; total: number } };

/** The works that plans place differently, with their year in each. */
export function MovedCard({ plans, moved }: Props) {
  const words = useWords(area).compared;
  const format = useFormats();
  return (
    <Card title={words.diff} isFlush>
      {moved.total > 0 && (
        <p className="px-4 pb-2 text-sm text-ink-soft">
          {words.diffNote(format.number(moved.items.length), format.number(moved.total))}
        </p>
      )}
      <DataTable
        caption={words.diff}
        rows={moved.items}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{words.same}</p>}
        columns={[
          {
            key: "work",
            header: words.work,
            cell: (row) => (
              <>
                {row.title} <span className="text-ink-soft">({row.number})</span>
              </>
            ),
          },
          { key: "building", header: words.building, cell: (row) => row.building, isWideOnly: true },
          { key: "cost", header: words.cost, isNumeric: true, cell: (row) => format.ore(row.todayOre) },
          ...plans.map((plan, at) => ({
            ...{ key: plan.id, header: plan.name, isNumeric: true },
            cell: (row: MovedWork) => row.years[at] ?? words.out,
          })),
        ]}
      />
    </Card>
  );
}
