import type { PortfolioSort, PortfolioView } from "#domain/portfolio-view.ts";
import { withParams } from "./portfolio-url.ts";

/** Names read from A, figures from the worst. */
const startsAscending: readonly PortfolioSort[] = [
  "name",
  "address",
  "leaseEnd",
  "surveyed",
  "built",
  "letting",
];

/** Where a click on a column's head leads, and how the list is sorted by it now. */
export function sortLink(query: string, view: PortfolioView, sort: PortfolioSort) {
  const isSorted = view.sort === sort;
  const first = startsAscending.includes(sort) ? "asc" : "desc";
  const next = isSorted ? (view.order === "asc" ? "desc" : "asc") : first;
  return {
    sortTo: withParams(query, { sort, order: next }),
    sorted: isSorted ? (view.order === "asc" ? ("ascending" as const) : ("descending" as const)) : null,
  };
}
