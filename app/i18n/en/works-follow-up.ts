import type { worksFollowUp as da } from "../da/works-follow-up.ts";

export const worksFollowUp = {
  back: "All works",
  title: "Planned and paid",
  note: "Works with a year, ordered and done. Planned is what was granted; where nothing has been granted yet, what the work's lines cost today.",
  caption: "Planned, agreed and paid, year by year",
  year: "Year",
  noYear: "No year",
  works: "Works",
  done: "Done",
  planned: "Planned",
  contract: "Contracts",
  known: (count: string) => `${count} known`,
  actual: "Paid",
  overrun: "More than planned (done)",
  none: "No works have a year yet.",
  sum: "Total",
} satisfies typeof da;
