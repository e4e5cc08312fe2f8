import { Badge, type Status } from "#app/components/badge.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import type { WorkRow } from "#db/queries/works/list-works.ts";
import type { WorkState } from "#domain/works/works-search.ts";

const statuses: Record<WorkState, Status> = {
  proposed: "neutral",
  planned: "info",
  ordered: "attention",
  done: "good",
  dropped: "bad",
};

/** How far a work is, as a word and a shape. */
export function WorkStateBadge({ state }: { state: WorkState }) {
  const words = useWords(area);
  return <Badge status={statuses[state]}>{words.states[state]}</Badge>;
}

/** Works as a table that opens into each of them. */
export function WorksTable({ rows }: { rows: readonly WorkRow[] }) {
  const words = useWords(area);
  return (
    <DataTable
      caption={words.columns.caption}
      phone="cards"
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/works/${id}`}
      empty={<p className="text-ink-soft">{words.none}</p>}
      columns={useColumns()}
    />
  );
}

function useColumns(): Column<WorkRow>[] {
  const { columns: heads, kinds } = useWords(area);
  const format = useFormats();
  const money = (key: "costOre" | "budgetOre" | "contractOre" | "actualOre", header: string) => ({
    ...{ key, header, isNumeric: true },
    cell: (row: WorkRow) => format.ore(row[key]),
  });
  return [
    { key: "work", header: heads.work, cell: (row) => `${row.number} ${row.title}` },
    { key: "building", header: heads.building, cell: (row) => row.buildingName },
    { key: "kind", header: heads.kind, cell: (row) => kinds[row.kind] },
    { key: "state", header: heads.state, cell: (row) => <WorkStateBadge state={row.state} /> },
    { key: "year", header: heads.year, isNumeric: true, cell: (row) => row.year ?? "–" },
    { key: "condition", header: heads.condition, isNumeric: true, cell: (row) => row.condition ?? "–" },
    money("costOre", heads.cost),
    money("budgetOre", heads.budget),
    money("contractOre", heads.contract),
    money("actualOre", heads.actual),
  ];
}
