import { DataTable } from "#app/components/data-table.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { levels } from "#app/i18n/levels.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LevelRow } from "#db/queries/catalogue/compare-service-levels.ts";
import { deviationOf } from "#domain/catalogue/compare-levels.ts";
import { DeviationBadge } from "./deviation-badge.tsx";

/** Units one by one beside the median of their kind. */
export function RowTable({ rows, total, band }: { rows: LevelRow[]; total: number; band: number }) {
  const words = useWords(levels);
  const format = useFormats();
  const kroner = (ore: number | null) => (ore === null ? null : Math.round(ore / 100));
  return (
    <>
      <DataTable
        caption={words.rowsCaption}
        phone="cards"
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/buildings/${row.buildingId}`}
        empty={<p className="text-ink-soft">{words.noRows}</p>}
        columns={[
          { key: "unit", header: words.unit, cell: (row) => row.unitName },
          { key: "building", header: words.building, cell: (row) => row.buildingName },
          { key: "kind", header: words.kind, cell: (row) => words.kinds[row.kind] ?? row.kind },
          { key: "area", header: words.area, isNumeric: true, cell: (row) => format.areaM2(row.areaM2) },
          {
            ...{ key: "price", header: words.price, unit: words.perM2, isNumeric: true },
            cell: (row) => format.number(kroner(row.pricePerM2Ore)),
          },
          {
            ...{ key: "median", header: words.median, unit: words.perM2, isNumeric: true },
            cell: (row) => format.number(kroner(row.medianPricePerM2Ore)),
          },
          {
            ...{ key: "deviation", header: words.deviation },
            cell: (row) => (
              <DeviationBadge deviation={deviationOf(row.pricePerM2Ore, row.medianPricePerM2Ore, band)} />
            ),
          },
          {
            ...{ key: "quality", header: words.quality, isNumeric: true },
            cell: (row) => besideOthers(row.quality, row.medianQuality),
          },
          {
            ...{ key: "visits", header: words.visits, isNumeric: true },
            cell: (row) => besideOthers(row.visitsPerYear, row.medianVisits),
          },
        ]}
      />
      <MoreLink shown={rows.length} total={total} />
    </>
  );

  /** The unit's own, and the others' where they get something else. */
  function besideOthers(own: number, median: number | null): string {
    return median === null || median === own
      ? format.number(own, 0)
      : words.beside(format.number(own, 0), format.number(median, 1));
  }
}
