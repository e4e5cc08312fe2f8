import { Badge, type Status } from "#app/components/badge.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { leases as area } from "#app/i18n/leases.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseRow } from "#db/queries/lease/list-leases.ts";
import { addDays, type Day } from "#domain/day-count.ts";
import {
  leaseQuery,
  type LeaseSearch,
  type LeaseSort,
  type LeaseStatus,
} from "#domain/lease/lease-search.ts";

const looks: Record<LeaseStatus, Status> = {
  inForce: "good",
  coming: "info",
  ended: "neutral",
  unknown: "attention",
};

interface Props {
  rows: readonly LeaseRow[];
  search: LeaseSearch;
  today: Day;
}

/** Leases as a table that opens into each of them, sorted by its heads. */
export function LeaseTable({ rows, search, today }: Props) {
  const words = useWords(area);
  return (
    <DataTable
      caption={words.columns.caption}
      phone="cards"
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/leases/${id}`}
      empty={<p className="text-ink-soft">{words.none}</p>}
      columns={useColumns(search, today)}
    />
  );
}

function useColumns(search: LeaseSearch, today: Day): Column<LeaseRow>[] {
  const words = useWords(area);
  const { columns: heads } = words;
  const format = useFormats();
  const sorted = (sort: LeaseSort) => {
    const isThis = search.sort === sort;
    const order: LeaseSearch["order"] = isThis && search.order === "asc" ? "desc" : "asc";
    return {
      key: sort,
      header: heads[sort],
      sortTo: `/leases?${leaseQuery(search, today, { sort, order })}`,
      sorted: isThis ? (search.order === "asc" ? "ascending" : "descending") : null,
    } as const;
  };
  return [
    { ...sorted("number"), cell: (row) => <span className="whitespace-nowrap">{row.number}</span> },
    { key: "kind", header: heads.kind, cell: (row) => words.kinds[row.kind] },
    { ...sorted("party"), cell: (row) => row.party },
    { key: "administration", header: heads.administration, cell: (row) => row.administrationCode ?? "–" },
    {
      ...sorted("building"),
      cell: ({ buildings }) =>
        [buildings[0]?.name, buildings.length > 1 && heads.more(buildings.length - 1)]
          .filter(Boolean)
          .join(" "),
    },
    { ...sorted("area"), unit: "m²", isNumeric: true, cell: (row) => format.number(row.areaM2, 0) },
    { ...sorted("rent"), isNumeric: true, cell: (row) => format.ore(row.yearlyOre) },
    { ...sorted("from"), cell: (row) => format.day(row.validFrom) },
    {
      ...sorted("to"),
      cell: (row) => (row.validTo === null ? heads.openEnd : format.day(addDays(row.validTo, -1))),
    },
    {
      key: "status",
      header: heads.status,
      cell: ({ status }) => <Badge status={looks[status]}>{words.statuses[status]}</Badge>,
    },
  ];
}
