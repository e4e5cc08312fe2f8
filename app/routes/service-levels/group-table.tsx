import { DataTable } from "#app/components/data-table.tsx";
import { levels } from "#app/i18n/levels.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LevelGroup } from "#db/queries/catalogue/compare-service-levels.ts";

/** One line a kind of unit: how many, on how many m², and the medians. */
export function GroupTable({ groups, code, band }: { groups: LevelGroup[]; code: string; band: number }) {
  const words = useWords(levels);
  const format = useFormats();
  return (
    <DataTable
      caption={words.groupsCaption}
      phone="cards"
      rows={groups}
      rowKey={(row) => row.kind}
      rowTo={(row) =>
        `/catalogue/levels?${new URLSearchParams({ service: code, kind: row.kind, band: String(band) }).toString()}`
      }
      columns={[
        { key: "kind", header: words.kind, cell: (row) => words.kinds[row.kind] ?? row.kind },
        { key: "units", header: words.units, isNumeric: true, cell: (row) => format.number(row.units) },
        { key: "area", header: words.area, isNumeric: true, cell: (row) => format.areaM2(row.areaM2) },
        {
          ...{ key: "price", header: words.medianPrice, unit: words.perM2, isNumeric: true },
          cell: (row) =>
            row.medianPricePerM2Ore === null
              ? words.tooFew
              : format.number(Math.round(row.medianPricePerM2Ore / 100)),
        },
        {
          ...{ key: "quality", header: words.medianQuality, isNumeric: true },
          cell: (row) => format.number(row.medianQuality, 1),
        },
        {
          ...{ key: "visits", header: words.medianVisits, isNumeric: true },
          cell: (row) => format.number(row.medianVisits, 0),
        },
      ]}
    />
  );
}
