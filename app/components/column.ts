import type { ReactNode } from "react";

/** One column. The route knows the URL, so it says where sorting leads. */
export type Column<Row> = {
  key: string;
  header: string;
  /** Stands in the header, never in the cells. */
  unit?: string;
  isNumeric?: boolean;
  /** Where a click on the header leads: the same page, sorted by this column. */
  sortTo?: string;
  sorted?: "ascending" | "descending" | null;
  /** Left out on a phone when the table scrolls there. */
  isWideOnly?: boolean;
  cell: (row: Row) => ReactNode;
};
