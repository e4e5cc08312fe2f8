import type { common as da } from "../da/common.ts";

export const common = {
  close: "Close",
  dismiss: "Hide message",
  optional: "optional",
  open: "Open",
  showNumbers: "Show numbers",
  noRows: "There is nothing to show here.",
  choose: "Choose",
  source: "Source",
  actions: "Actions",
  meters: (meters: number) => `${meters} m`,
  unknown: "Not stated",
  loading: "Loading",
  category: "Item",
  formErrorsTitle: (count: number) =>
    count === 1 ? "There is one field to look at" : `There are ${count} fields to look at`,
  shownOf: (shown: string, total: string) => `Showing ${shown} of ${total}`,
  more: "Show more",
  sortAscending: (column: string) => `Sort by ${column}, smallest first`,
  sortDescending: (column: string) => `Sort by ${column}, largest first`,
  status: {
    good: "Good",
    attention: "Watch",
    bad: "Critical",
    info: "For information",
    neutral: "No status",
  },
} satisfies typeof da;
