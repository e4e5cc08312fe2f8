import type { ReactNode } from "react";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { leaseFigures as area } from "#app/i18n/lease-figures.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { FigureColumn, FigurePart, FigureRow, FigureTableData } from "./figure-parts.ts";

interface FigureCardProps {
  part: FigurePart;
  title: string;
  /** Where a picture stands over the rows it says this itself. */
  caption: string;
  table: FigureTableData;
  /** The address of the page's choices, for the files. */
  query: string;
  none?: string;
  children?: ReactNode;
}

const oreOfAMillion = 100_000_000;

/** One part of the figures: what it shows, a picture where there is one, its rows that open, and its files. */
export function FigureCard({ part, title, caption, table, query, none, children }: FigureCardProps) {
  const words = useWords(area);
  const format = useFormats();
  const write = (kind: FigureColumn["kind"], value: string | number | null | undefined) => {
    if (value === null || value === undefined) return "–";
    if (typeof value === "string" || kind === "year" || kind === "text") return value;
    if (kind === "million") return format.number(value / oreOfAMillion, 1);
    if (kind === "ore") return format.ore(value, "kr");
    return kind === "share" ? format.percent(value) : format.number(value, 0);
  };
  return (
    <Card
      isFlush
      title={title}
      tools={
        <span className="screen-only flex gap-4 text-sm">
          {(["csv", "xlsx"] as const).map((kind) => (
            <Link
              key={kind}
              reloadDocument
              to={`/leases/figures/export?${query}${query && "&"}part=${part}&format=${kind}`}
              aria-label={`${title}: ${words.file(words[kind])}`}
              className="text-link inline-flex min-h-6 items-center"
            >
              {words[kind]}
            </Link>
          ))}
        </span>
      }
    >
      {children ? (
        <div className="px-4 pb-4">{children}</div>
      ) : (
        <p className="px-4 pb-3 text-sm text-ink-soft">{caption}</p>
      )}
      <DataTable<FigureRow>
        {...{
          caption: title,
          rows: table.rows,
          rowKey: ({ cells }) => cells.join(),
          rowTo: ({ to }) => to ?? null,
        }}
        empty={<p className="text-ink-soft">{none ?? words.none}</p>}
        columns={table.columns.map(({ header, kind }, at) => ({
          ...{ key: String(at), header, isNumeric: kind !== "text" && kind !== "year" },
          cell: ({ cells }) => write(kind, cells[at]),
        }))}
      />
    </Card>
  );
}
