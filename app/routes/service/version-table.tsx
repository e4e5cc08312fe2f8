import { DataTable } from "#app/components/data-table.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ServiceVersion } from "#domain/catalogue/service.ts";
import { addDays, type Day } from "#domain/day-count.ts";
import { approvalText, priceText } from "../catalogue/service-text.ts";

/** The terms of a service through time; those of today are marked. */
export function VersionTable({ versions, today }: { versions: ServiceVersion[]; today: Day }) {
  const words = useWords(catalogue);
  const format = useFormats();
  const { page } = words;
  return (
    <DataTable
      caption={page.versionsCaption}
      phone="cards"
      rows={versions}
      rowKey={(row) => row.id}
      isRowMarked={({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today)}
      empty={<p className="text-ink-soft">{words.noTerms}</p>}
      columns={[
        { key: "from", header: page.from, cell: (row) => format.day(row.validFrom) },
        {
          key: "to",
          header: page.to,
          cell: (row) => (row.validTo ? format.day(addDays(row.validTo, -1)) : page.until),
        },
        { key: "price", header: page.price, isNumeric: true, cell: (row) => priceText(row, words, format) },
        {
          key: "norm",
          header: page.normTime,
          unit: words.edit.minutes,
          isNumeric: true,
          cell: (row) => format.number(row.normMinutes),
        },
        { key: "priority", header: page.priority, isNumeric: true, cell: (row) => row.priority },
        { key: "approval", header: page.approval, cell: (row) => approvalText(row, words, format) },
        { key: "source", header: page.source, cell: (row) => row.source },
      ]}
    />
  );
}
