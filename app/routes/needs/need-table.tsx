import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { needs as area } from "#app/i18n/needs.ts";
import { use } from "#app/i18n/use.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Need } from "#db/queries/needs/list-needs.ts";

/** The needs, the soonest first; each leads to how it can be met. */
export function NeedTable({ needs }: { needs: readonly Need[] }) {
  const words = useWords(area);
  const { kinds } = useWords(use).peers;
  const format = useFormats();
  const { columns } = words;
  return (
    <Card title={words.needs} isFlush>
      <DataTable
        caption={words.needs}
        phone="cards"
        rows={needs}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/needs/${id}`}
        empty={<EmptyState title={words.noNeeds}>{words.noNeedsHint}</EmptyState>}
        columns={[
          { key: "name", header: columns.name, cell: (row) => row.name },
          { key: "administration", header: columns.administration, cell: (row) => row.administration },
          { key: "kind", header: columns.kind, cell: (row) => kinds[row.unitKind] ?? row.unitKind },
          { key: "district", header: columns.district, cell: (row) => row.district ?? words.anywhere },
          {
            ...{ key: "area", header: columns.area, unit: "m²", isNumeric: true },
            cell: (row) => format.number(row.areaM2, 0),
          },
          { key: "from", header: columns.from, cell: (row) => format.day(row.neededFrom) },
          {
            ...{ key: "years", header: columns.years, isNumeric: true },
            cell: (row) => format.number(row.years),
          },
        ]}
      />
    </Card>
  );
}
