import type { degreeDays as da } from "../da/degree-days.ts";

export const degreeDays = {
  title: "Degree days",
  above: "Meters",
  note: "Heat is corrected for how cold it was. A month without degree days keeps its heat as it was measured.",
  columns:
    "The columns month, degreeDays and normalDegreeDays (or måned, graddage and normal). Where the normal is missing, that of the same calendar month is used.",
  example: "month;degreeDays;normalDegreeDays\n2026-09;61;74\n2026-10;214;233",
  file: "File (CSV)",
  source: "Where do the numbers come from?",
  sourceHint: "For instance the institute and the station.",
  send: "Bring in",
  taken: (added: string, corrected: string, unchanged: string, refused: string) =>
    `${added} new months, ${corrected} corrected, ${unchanged} were there, ${refused} refused.`,
  refused: "Lines that were not taken",
  line: "Line",
  why: "Why",
  known: "What heat is corrected by",
  none: "Nobody has said how cold it was yet.",
  month: "Month",
  actual: "Degree days",
  normal: "Normal",
  from: "Source",
  problems: {
    noFile: "Choose a file.",
    tooLarge: "The file is larger than 8 MB. Split it.",
    noSource: "Write where the numbers come from.",
    unreadable: "The file cannot be read as CSV.",
    empty: "The file has no lines.",
    tooMany: "The file has more than 100,000 lines. Split it.",
    notAllowed: "Your role may not do that.",
  },
  reasons: {
    month: "The month is written as 2026-09 and must be over.",
    degreeDays: "Degree days are a number from 0 to 2,000.",
    normalDegreeDays: "The normal is a number from 0 to 2,000.",
    noNormal: "Write the normal: it is not known for that month.",
    twice: "The same month stands earlier in the file.",
  },
} satisfies typeof da;
