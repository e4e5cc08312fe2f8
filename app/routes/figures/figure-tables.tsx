import type { ReactNode } from "react";
import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { figures as area } from "#app/i18n/figures.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { FigureRow, OrderSummary } from "#db/queries/figures/summarise-orders.ts";
import {
  figuresQuery,
  promises,
  shareOnTime,
  standings,
  type FiguresSearch,
  type OrderPromise,
} from "#domain/figures/figures-search.ts";
import { useGroupName } from "./group-name.ts";

type Props = { search: FiguresSearch; summary: OrderSummary };

/** The figures set out by what was asked; every number leads to the orders it is made of. */
export function FigureTables({ search, summary }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const head = useHeadColumn(search);
  return (
    <>
      {promises.map((promise) => (
        <PromiseTable key={promise} {...{ search, summary, promise, head }} />
      ))}
      <MoneyTable {...{ search, summary, head }} />
      {summary.rowsLeftOut > 0 && (
        <p className="text-sm text-ink-soft">{words.leftOut(format.number(summary.rowsLeftOut))}</p>
      )}
    </>
  );
}

function useHeadColumn(search: FiguresSearch): Column<FigureRow>[] {
  const words = useWords(area);
  const nameOf = useGroupName();
  return [
    { key: "name", header: words.groups[search.by], cell: nameOf },
    {
      key: "orders",
      header: words.orders,
      isNumeric: true,
      cell: (row) => <Count {...{ search, row, value: row.orders }} />,
    },
  ];
}

type TableProps = Props & { head: Column<FigureRow>[] };

function PromiseTable({ search, summary, promise, head }: TableProps & { promise: OrderPromise }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.tables[promise]} isFlush>
      <p className="px-4 pb-3 text-sm text-ink-soft">{words.standingsNote}</p>
      <DataTable
        caption={words.tables[promise]}
        rows={summary.rows}
        rowKey={({ key }) => key ?? "none"}
        columns={[
          ...head,
          ...standings.map((standing) => ({
            key: standing,
            header: words.standings[standing],
            isNumeric: true,
            cell: (row: FigureRow) => (
              <Count {...{ search, row, value: row[promise][standing], change: { promise, standing } }} />
            ),
          })),
          {
            key: "share",
            header: words.columns.share,
            isNumeric: true,
            cell: (row) => format.percent(shareOnTime(row[promise])),
          },
        ]}
      />
    </Card>
  );
}

function MoneyTable({ search, summary, head }: TableProps) {
  const words = useWords(area);
  const format = useFormats();
  const { columns } = words;
  const numeric = (key: string, header: string, cell: (row: FigureRow) => ReactNode) => ({
    ...{ key, header, isNumeric: true, cell },
  });
  const hasArea = search.by === "administration" || search.by === "building";
  return (
    <Card title={words.tables.money} isFlush>
      <DataTable
        caption={words.tables.money}
        rows={summary.rows}
        rowKey={({ key }) => key ?? "none"}
        columns={[
          ...head,
          numeric("done", columns.doneOnce, (row) => format.number(row.doneOnce)),
          numeric("reopened", columns.reopened, (row) => (
            <Count {...{ search, row, value: row.reopened, change: { part: "reopened" } }} />
          )),
          numeric("share", columns.reopenedShare, (row) =>
            format.percent(row.doneOnce ? row.reopened / row.doneOnce : null),
          ),
          numeric("gap", columns.withGap, (row) => (
            <Count {...{ search, row, value: row.withGap, change: { part: "gap" } }} />
          )),
          numeric("spend", columns.spend, (row) => format.ore(row.priced > 0 ? row.spendOre : null)),
          ...(hasArea
            ? [
                numeric("m2", `${columns.perM2} (${words.perM2})`, (row) =>
                  format.number(row.areaM2 ? row.spendOre / 100 / row.areaM2 : null),
                ),
              ]
            : []),
        ]}
      />
    </Card>
  );
}

type CountProps = { search: FiguresSearch; row: FigureRow; value: number; change?: Partial<FiguresSearch> };

/** A number of orders that opens to its list; none is none. */
function Count({ search, row, value, change = {} }: CountProps) {
  const format = useFormats();
  if (value === 0) return <>{format.number(0)}</>;
  const query = figuresQuery(search, { ...change, group: row.key ?? "none" });
  return (
    <Link to={`/figures/orders?${query}`} className="text-link inline-block min-h-6 min-w-6">
      {format.number(value)}
    </Link>
  );
}
