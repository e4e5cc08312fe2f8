import { Link } from "#app/components/link.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { BacklogLineRow } from "#db/queries/backlog/list-backlog-lines.ts";

/** Lines of backlog, each with the sum that it is. */
export function LineList({ lines }: { lines: readonly BacklogLineRow[] }) {
  const all = useWords(area);
  const words = all.lines;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const columns: Column<BacklogLineRow>[] = [
    {
      ...{ key: "element", header: words.element },
      cell: (row) => (
        <>
          <span className="figures text-ink-soft">{row.sfb}</span> {isDanish ? row.typeDa : row.typeEn}
          {row.label && `, ${row.label}`}
          <Link to={`/buildings/${row.buildingId}#condition`} className="text-link block w-fit text-sm">
            {row.buildingName}
          </Link>
        </>
      ),
    },
    {
      ...{ key: "what", header: words.what },
      cell: (row) => (
        <>
          {row.remedy}
          <span className="block text-sm text-ink-soft">
            {all.kinds[row.kind]}
            {row.workNumber && (
              <>
                {" · "}
                <Link to={`/backlog/waiting?work=${row.workId}`} className="text-link whitespace-nowrap">
                  {row.workNumber}
                </Link>
              </>
            )}
            {row.recommendedYear && ` · ${all.elements.recommended(row.recommendedYear)}`}
          </span>
        </>
      ),
    },
    {
      ...{ key: "seen", header: words.seen },
      cell: (row) => (
        <span className="figures text-sm whitespace-nowrap">
          {words.condition(row.condition)}
          <span className="block text-ink-soft">{format.day(row.observedOn)}</span>
        </span>
      ),
    },
    { key: "sum", header: words.sum, cell: (row) => <Reckoning row={row} /> },
    { key: "amount", header: words.amount, isNumeric: true, cell: (row) => format.ore(row.amountOre, "ore") },
  ];
  return (
    <DataTable caption={words.caption} columns={columns} rows={lines} rowKey={({ id }) => id} phone="cards" />
  );
}

/** quantity × share × price × index × (1 + overhead), and where price and index are from. */
function Reckoning({ row }: { row: BacklogLineRow }) {
  const all = useWords(area);
  const words = all.lines;
  const format = useFormats();
  if (row.isLumpSum) return <span className="text-sm">{words.lumpSum}</span>;
  const { quantity, unit, shareToRepair, unitPriceOre, indexFactor, indexMonth, overheadRate } = row;
  const price = row.priceList ? words.list(row.priceList, row.priceSource ?? "") : words.ownPrice;
  const index = indexMonth ? words.index(indexMonth.slice(0, 7)) : words.noIndex;
  return (
    <span className="figures block text-sm phone:text-right">
      {format.number(quantity)} {all.elements.units[unit]} × {format.percent(shareToRepair, 2)} ×{" "}
      {format.ore(unitPriceOre)} × {format.number(indexFactor, 6)} × {format.number(1 + overheadRate, 4)}
      <span className="block text-ink-soft">
        {price} · {index}
      </span>
    </span>
  );
}
