import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { degreeDays as area } from "#app/i18n/degree-days.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { DegreeSource } from "#db/queries/meter/list-metered-houses.ts";
import { useSayMeters } from "../meters/say-flags.ts";

const mostShown = 120;

/** How cold each month was, against a normal one, the newest first, and who says so. */
export function DegreeTable({ months }: { months: readonly DegreeSource[] }) {
  const words = useWords(area);
  const format = useFormats();
  const { month } = useSayMeters();
  return (
    <Card title={words.known} isFlush>
      <DataTable
        caption={words.known}
        rows={months.slice(0, mostShown)}
        rowKey={(row) => row.month}
        empty={<p className="text-ink-soft">{words.none}</p>}
        columns={[
          { key: "month", header: words.month, cell: (row) => month(row.month) },
          {
            ...{ key: "actual", header: words.actual, isNumeric: true },
            cell: (row) => format.number(row.degreeDays, 0),
          },
          {
            ...{ key: "normal", header: words.normal, isNumeric: true },
            cell: (row) => format.number(row.normalDegreeDays, 0),
          },
          { key: "source", header: words.from, cell: (row) => row.source },
        ]}
      />
    </Card>
  );
}
