import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { recurring } from "#app/i18n/recurring.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { RecurringRow } from "#db/queries/recurring/recurring-row.ts";
import { nameIn } from "../catalogue/service-text.ts";
import { whenText } from "./recurring-text.ts";

/** Services that come again, each with where, when, and the next day it does. */
export function RecurringTable({ rows }: { rows: (RecurringRow & { next: string | null })[] }) {
  const words = useWords(recurring);
  const format = useFormats();
  const locale = useLocale();
  return (
    <DataTable
      caption={words.caption}
      phone="cards"
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/recurring/${row.id}`}
      columns={[
        { key: "service", header: words.service, cell: (row) => nameIn(row, locale) },
        { key: "unit", header: words.unit, cell: (row) => row.unitName },
        { key: "place", header: words.place, cell: (row) => row.buildingName },
        { key: "days", header: words.days, cell: (row) => whenText(row, words) },
        { key: "next", header: words.next, cell: (row) => format.day(row.next) },
        { key: "state", header: words.state, cell: (row) => <StateBadge row={row} /> },
      ]}
    />
  );
}

function StateBadge({ row }: { row: RecurringRow & { next: string | null } }) {
  const words = useWords(recurring);
  if (row.isStopped) return <Badge>{words.stopped}</Badge>;
  return row.next ? <Badge status="good">{words.running}</Badge> : <Badge>{words.ended}</Badge>;
}
