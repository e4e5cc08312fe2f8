import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { meters as area } from "#app/i18n/meters.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ListedMeter } from "#db/queries/meter/list-meters.ts";
import { useSayMeters } from "../meters/say-flags.ts";

/** The meters themselves: their numbers, since when they hang, and the last month each has told. */
export function MeterList({ meters }: { meters: readonly ListedMeter[] }) {
  const all = useWords(area);
  const words = all.building;
  const format = useFormats();
  const { month } = useSayMeters();
  return (
    <Card title={words.list} isFlush>
      <DataTable
        caption={words.list}
        phone="cards"
        rows={meters}
        rowKey={({ id }) => id}
        columns={[
          { key: "number", header: words.number, cell: ({ number }) => number },
          { key: "kind", header: all.table.kind, cell: ({ kind }) => all.kinds[kind] },
          { key: "since", header: words.since, cell: ({ validFrom }) => format.day(validFrom) },
          { key: "last", header: words.last, cell: ({ lastMonth }) => (lastMonth ? month(lastMonth) : "–") },
          { key: "source", header: words.source, cell: ({ source }) => source ?? "–" },
        ]}
      />
    </Card>
  );
}
