import { Link } from "#app/components/link.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { assumptions as area } from "#app/i18n/assumptions.ts";
import { condition } from "#app/i18n/condition.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { IndexRow, PriceLineRow, PriceListRow } from "#db/queries/condition/list-prices.ts";

/** The price lists, each leading to its lines. */
export function ListTable({ lists }: { lists: readonly PriceListRow[] }) {
  const words = useWords(area).list;
  const format = useFormats();
  return (
    <DataTable
      caption={words.title}
      rows={lists}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ key: "name", header: words.name },
          cell: ({ id, name }: PriceListRow) => (
            <Link
              to={`/assumptions/prices?list=${id}`}
              className="text-link inline-block min-h-6"
              preventScrollReset
            >
              {name}
            </Link>
          ),
        },
        { key: "source", header: words.source, cell: ({ source }) => source },
        { key: "level", header: words.level, cell: ({ priceLevelOn }) => format.day(priceLevelOn) },
        { key: "from", header: words.from, cell: ({ validFrom }) => format.day(validFrom) },
        { key: "lines", header: words.lines, isNumeric: true, cell: ({ lines }) => format.number(lines) },
      ]}
    />
  );
}

/** The lines of one list. */
export function LineTable({ lines, caption }: { lines: readonly PriceLineRow[]; caption: string }) {
  const words = useWords(area).list;
  const { units } = useWords(condition).elements;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ code }) => code}
      columns={[
        { key: "code", header: words.code, cell: ({ code }: PriceLineRow) => code },
        {
          ...{ key: "element", header: words.element },
          cell: ({ sfb, typeDa, typeEn }) => `${sfb} ${isDanish ? typeDa : typeEn}`,
        },
        { key: "what", header: words.what, cell: ({ nameDa, nameEn }) => (isDanish ? nameDa : nameEn) },
        { key: "purpose", header: words.purpose, cell: ({ purpose }) => words.purposes[purpose] },
        { key: "unit", header: words.unit, cell: ({ unit }) => units[unit] },
        {
          ...{ key: "price", header: words.price, isNumeric: true },
          cell: ({ unitPriceOre }) => format.ore(unitPriceOre, "ore"),
        },
      ]}
    />
  );
}

/** The months of the index as they stand, the newest first. */
export function IndexTable({ months, of }: { months: readonly IndexRow[]; of: "index" | "rentIndex" }) {
  const words = useWords(area)[of];
  const format = useFormats();
  return (
    <DataTable
      caption={words.title}
      rows={months}
      rowKey={({ month }) => month}
      empty={<p className="text-ink-soft">{words.none}</p>}
      columns={[
        { key: "month", header: words.month, cell: ({ month }: IndexRow) => month.slice(0, 7) },
        { key: "value", header: words.value, isNumeric: true, cell: ({ value }) => format.number(value) },
        { key: "source", header: words.source, cell: ({ source }) => source },
        { key: "recorded", header: words.recorded, cell: ({ recordedOn }) => format.day(recordedOn) },
        { key: "versions", header: words.versions, isNumeric: true, cell: ({ records }) => records },
      ]}
    />
  );
}
