import { Badge } from "#app/components/badge.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { ServiceRow } from "#db/queries/catalogue/list-services.ts";
import { approvalText, nameIn, priceOf, promiseText } from "./service-text.ts";

/** The services of one group. */
export function ServiceTable({ group, services }: { group: string; services: ServiceRow[] }) {
  const words = useWords(catalogue);
  const format = useFormats();
  const locale = useLocale();
  const columns: Column<ServiceRow>[] = [
    {
      key: "service",
      header: words.columns.service,
      cell: (row) => (
        <span className="md:block md:max-w-sm">
          {nameIn(row, locale)}
          {row.withdrawnOn && (
            <Badge status="attention" isLong>
              {words.withdrawnFrom(format.day(row.withdrawnOn))}
            </Badge>
          )}
        </span>
      ),
    },
    {
      key: "price",
      header: words.columns.price,
      isNumeric: true,
      cell: (row) => priceOf(row, words, format),
    },
    { key: "answer", header: words.columns.answer, cell: (row) => promiseText(row, words, format) },
    { key: "approval", header: words.columns.approval, cell: (row) => approvalText(row, words, format) },
    { key: "supplier", header: words.columns.supplier, cell: (row) => row.teamName ?? words.noTeam },
  ];
  return (
    <DataTable
      caption={words.caption(group)}
      phone="cards"
      rows={services}
      rowKey={(row) => row.code}
      rowTo={(row) => `/catalogue/${row.code}`}
      columns={columns}
    />
  );
}
