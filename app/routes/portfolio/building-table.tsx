import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { MouseEvent, ReactNode } from "react";
import { DataTableHead } from "#app/components/data-table-head.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { Id } from "#domain/id.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import { rowColumns, type RowContext } from "./row-columns.tsx";
import { useRowWindow } from "./use-row-window.ts";

type BuildingTableProps = {
  rows: readonly PortfolioRow[];
  context: RowContext;
  isAlone: boolean;
  selected: Id | null;
  hovered: Id | null;
  onHover: (id: Id | null) => void;
  onSelect: (id: Id) => void;
  /** Called when the end of the rows comes near. */
  onNearEnd: () => void;
  children: ReactNode;
};

/** The list beside the map or on its own: rows of one height, so that only those in sight need be drawn. */
export function BuildingTable(props: BuildingTableProps) {
  const { rows, context, isAlone, selected, onNearEnd } = props;
  const words = useWords(portfolio);
  const captionId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(scroller, isAlone ? 36 : 52);
  const { first, end, above, below } = useRowWindow(scroller, rows.length, rowHeight);
  const columns = useMemo(() => rowColumns(context, isAlone), [context, isAlone]);
  useNearEnd(scroller, end >= rows.length, onNearEnd);
  useScrollToSelected(scroller, rows, selected, rowHeight);
  return (
    <div
      ref={scroller}
      role="region"
      aria-labelledby={captionId}
      data-scroller
      // What scrolls must be reached by keyboard (WCAG 2.1.1).
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain -outline-offset-2"
    >
      <table
        className={`w-full border-collapse text-sm [&_thead_th]:px-2 [&_thead_th:first-child]:pl-4 [&_thead_th:last-child]:pr-3 ${isAlone ? "" : "table-fixed"}`}
      >
        <caption id={captionId} className="sr-only">
          {words.list}
        </caption>
        {!isAlone && (
          <colgroup>
            <col />
            <col className="w-23" />
            <col className="w-16" />
            <col className="w-35" />
          </colgroup>
        )}
        <DataTableHead columns={columns} isCards={false} isOwnScroll />
        <tbody>
          {above > 0 && <Gap height={above} span={columns.length} />}
          {rows.slice(first, end).map((row) => (
            <BuildingRow key={row.id} row={row} columns={columns} {...props} />
          ))}
          {below > 0 && <Gap height={below} span={columns.length} />}
        </tbody>
      </table>
      {props.children}
    </div>
  );
}

function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  );
}

type BuildingRowProps = BuildingTableProps & { row: PortfolioRow; columns: ReturnType<typeof rowColumns> };

function BuildingRow({ row, columns, isAlone, selected, hovered, onHover, onSelect }: BuildingRowProps) {
  const isSelected = row.id === selected;
  const look = isSelected
    ? "bg-blue-tint shadow-[inset_3px_0_0_var(--color-blue)]"
    : row.id === hovered
      ? "bg-sunken"
      : "";
  // The row is a larger target for the pointer; its link and its pin do the same from a keyboard.
  const pick = (event: MouseEvent) => {
    if (event.target instanceof Element && !event.target.closest("a, button")) onSelect(row.id);
  };
  return (
    <tr
      data-row
      aria-current={isSelected || undefined}
      onClick={pick}
      onMouseEnter={() => onHover(row.id)}
      onMouseLeave={() => onHover(null)}
      className={`group cursor-pointer border-b border-line hover:bg-sunken ${look}`}
    >
      {columns.map((column, index) => {
        const className = `${isAlone ? "h-13 whitespace-nowrap md:h-9" : "h-13"} ${isAlone ? "max-w-44 truncate first:max-w-44 md:first:max-w-64" : ""} ${column.isWideOnly ? "max-md:hidden" : ""} px-2 py-1 align-middle font-normal first:pl-4 last:pr-3 ${
          column.isNumeric ? "text-right whitespace-nowrap" : "text-left"
        } ${index > 0 && !isAlone && column.key !== "onMap" ? "truncate" : ""} last:pl-0`;
        return index === 0 ? (
          <th key={column.key} scope="row" className={className}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} className={className}>
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}

/** The height that rows have on this screen: a phone gives them two lines. */
function useRowHeight(scroller: React.RefObject<HTMLElement>, expected: number): number {
  const [height, setHeight] = useState(expected);
  useEffect(() => {
    const measure = () =>
      setHeight(scroller.current?.querySelector("[data-row]")?.getBoundingClientRect().height || expected);
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [scroller, expected]);
  return height;
}

function useNearEnd(scroller: React.RefObject<HTMLElement>, isAtEnd: boolean, onNearEnd: () => void) {
  const latest = useRef(onNearEnd);
  latest.current = onNearEnd;
  useEffect(() => {
    const element = scroller.current;
    if (!element || !isAtEnd) return;
    const look = () => {
      if (element.scrollTop > 0 && element.scrollHeight - element.scrollTop - element.clientHeight < 600)
        latest.current();
    };
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, [scroller, isAtEnd]);
}

/** A building chosen on the map comes into sight in the list, if the list has it. */
function useScrollToSelected(
  scroller: React.RefObject<HTMLElement>,
  rows: readonly PortfolioRow[],
  selected: Id | null,
  rowHeight: number,
) {
  const shown = useRef<Id | null>(null);
  useEffect(() => {
    const element = scroller.current;
    const index = selected ? rows.findIndex(({ id }) => id === selected) : -1;
    if (!element || index < 0 || selected === shown.current) return;
    shown.current = selected;
    const top = index * rowHeight;
    const isSeen =
      top >= element.scrollTop && top + 2 * rowHeight <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTo({ top: Math.max(0, top - element.clientHeight / 3) });
  }, [scroller, rows, selected, rowHeight]);
}
