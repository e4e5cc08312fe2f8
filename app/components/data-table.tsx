import { useId } from "react";
import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";
import type { Column } from "./column.ts";
import { DataTableHead } from "./data-table-head.tsx";
import { Link } from "./link.tsx";

export type DataTableProps<Row> = {
  /** What the table shows, for those who do not see the page around it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads; its first cell becomes the link and the whole row can be clicked. */
  rowTo?: (row: Row) => string | null;
  /** On a phone: sideways inside its own frame, or each row a card. */
  phone?: "scroll" | "cards";
  /** `own`: the frame has a height given by its parent and the head stays in view inside it. */
  scroll?: "page" | "own";
  isRowMarked?: (row: Row) => boolean;
  empty?: ReactNode;
};

/** A real table: sticky head, numbers to the right, units in the heads, sorting as links, rows that open. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, phone = "scroll", scroll = "page", empty } = props;
  const words = useWords(common);
  const captionId = useId();
  if (rows.length === 0)
    return <div className="p-4">{empty ?? <p className="text-ink-soft">{words.noRows}</p>}</div>;
  const isCards = phone === "cards";
  // A page-high table must not be its own scroller on a desk, or the head could not stick to the window.
  const frame = scroll === "own" ? "h-full overflow-auto" : `overflow-x-auto md:overflow-x-clip`;
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1), which is what the tabIndex is for. A group, not a region: the
    // section around it is the landmark, often of the same name.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-labelledby={captionId} tabIndex={0} data-scroller className={`relative ${frame}`}>
      <table
        {...(isCards && { role: "table" })}
        className={`w-full border-collapse ${isCards ? "phone:block" : ""}`}
      >
        <caption id={captionId} className="sr-only">
          {caption}
        </caption>
        <DataTableHead columns={columns} isCards={isCards} isOwnScroll={scroll === "own"} />
        <tbody {...(isCards && { role: "rowgroup" })} className={isCards ? "phone:block" : ""}>
          {rows.map((row) => (
            <DataRow key={rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DataRow<Row>({ row, columns, rowTo, phone, isRowMarked }: DataTableProps<Row> & { row: Row }) {
  const isCards = phone === "cards";
  const to = rowTo?.(row);
  const marked = isRowMarked?.(row) ? "bg-blue-tint" : "";
  const card = isCards ? "phone:block phone:px-4 phone:py-2.5" : "";
  return (
    <tr
      {...(isCards && { role: "row" })}
      className={`relative border-b border-line last:border-b-0 hover:bg-blue-tint ${marked} ${card}`}
    >
      {columns.map((column, index) => {
        const content = column.cell(row);
        const className = cellClass(column, isCards, index === 0);
        if (index > 0) {
          return (
            <td
              key={column.key}
              {...(isCards && { role: "cell", "data-label": headOf(column) })}
              className={className}
            >
              {content}
            </td>
          );
        }
        return (
          <th key={column.key} scope="row" {...(isCards && { role: "rowheader" })} className={className}>
            {to ? (
              <Link to={to} className="text-link inline-block min-h-6 after:absolute after:inset-0">
                {content}
              </Link>
            ) : (
              content
            )}
          </th>
        );
      })}
    </tr>
  );
}

const headOf = (column: Column<never>) => [column.header, column.unit].filter(Boolean).join(" ");

function cellClass(column: Column<never>, isCards: boolean, isFirst: boolean): string {
  const align = column.isNumeric ? "text-right whitespace-nowrap" : "text-left";
  const wide = column.isWideOnly ? "phone:hidden" : "";
  const inCard = "phone:h-auto phone:py-0.5 phone:px-0 phone:first:pl-0 phone:last:pr-0";
  const labelled =
    "phone:flex phone:justify-between phone:gap-4 phone:before:text-ink-soft phone:before:content-[attr(data-label)]";
  const card = isCards ? `${inCard} ${isFirst ? "phone:block phone:pb-1" : labelled}` : "";
  return `h-9 px-3 py-1.5 align-middle font-normal first:pl-4 last:pr-4 ${align} ${wide} ${card}`;
}
