import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";
import type { Column } from "./column.ts";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

type HeadProps<Row> = { columns: readonly Column<Row>[]; isCards: boolean; isOwnScroll: boolean };

/** The head of a table. As cards on a phone it is only read aloud, except that its sort links stay in reach. */
export function DataTableHead<Row>({ columns, isCards, isOwnScroll }: HeadProps<Row>) {
  const top = isOwnScroll ? "top-0" : "md:top-14";
  return (
    <thead {...(isCards && { role: "rowgroup" })} className={isCards ? "phone:sr-only" : ""}>
      <tr {...(isCards && { role: "row" })}>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            {...(isCards && { role: "columnheader" })}
            aria-sort={column.sorted ?? undefined}
            className={`sticky z-10 h-9 bg-surface shadow-[inset_0_-1px_0_var(--color-line)] px-3 py-1.5 font-medium whitespace-nowrap text-ink-soft first:pl-4 last:pr-4 ${top} ${column.isNumeric ? "text-right" : "text-left"} ${column.isWideOnly ? "phone:hidden" : ""}`}
          >
            <HeadText column={column} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function HeadText<Row>({ column }: { column: Column<Row> }) {
  const words = useWords(common);
  const text = [column.header, column.unit].filter(Boolean).join(" ");
  if (!column.sortTo) return <>{text}</>;
  const next = column.sorted === "ascending" ? words.sortDescending : words.sortAscending;
  const arrow =
    column.sorted === "ascending" ? ArrowUp : column.sorted === "descending" ? ArrowDown : ChevronsUpDown;
  const look = column.sorted ? "font-semibold text-ink" : "";
  return (
    <Link
      to={column.sortTo}
      preventScrollReset
      title={next(column.header)}
      className={`inline-flex items-center gap-1 rounded-base align-middle hover:text-blue ${column.isNumeric ? "flex-row-reverse" : ""} ${look}`}
    >
      {text}
      <Icon of={arrow} className={`size-3.5 ${column.sorted ? "text-blue" : "text-line-strong"}`} />
    </Link>
  );
}
