import { DataTable } from "#app/components/data-table.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ChargeRunRow } from "#db/queries/charge/list-charge-runs.ts";
import { StatusBadge } from "./status-badge.tsx";

/** The runs, the newest first, each with what it comes to and how far it is. */
export function RunsTable({ runs }: { runs: readonly ChargeRunRow[] }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <DataTable
      caption={words.runs}
      phone="cards"
      rows={runs}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/charges/${id}`}
      empty={<p className="text-ink-soft">{words.none}</p>}
      columns={[
        { key: "run", header: words.run, cell: ({ period, sequence }) => words.name(period, sequence) },
        { key: "status", header: words.status, cell: ({ status }) => <StatusBadge status={status} /> },
        { key: "leases", header: words.leases, isNumeric: true, cell: ({ leases }) => format.number(leases) },
        {
          ...{ key: "total", header: words.total, isNumeric: true },
          cell: ({ totalOre }) => format.ore(totalOre, "ore"),
        },
        {
          ...{ key: "difference", header: words.since, isNumeric: true },
          cell: ({ kind, totalOre, previousOre }) =>
            kind === "correction" || previousOre === null ? "–" : format.ore(totalOre - previousOre, "ore"),
        },
      ]}
    />
  );
}
