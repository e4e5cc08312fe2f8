import type { needsImport as da } from "../da/needs-import.ts";

export const needsImport = {
  title: "Bring in long-term plans",
  above: "Plans and needs",
  note: "What the administrations expect of children, staff and services. Try the file first: nothing is written then. The same file again changes nothing; another number for the same place and year corrects it.",
  columns:
    "The columns administration (code or name), district (code or name; empty is the whole city), kind (children, staff or services), year and quantity. Danish names can be used too: forvaltning, bydel, slags, år, antal.",
  example: "administration;district;kind;year;quantity\nBUF;Valby;children;2030;1240\nSOF;;staff;2030;4150",
  file: "File (CSV, at most 8 MB)",
  source: "Where do the numbers come from?",
  sourceHint: "For instance the forecast's name and year.",
  tryIt: "Try the file",
  save: "Bring in",
  tried: (added: string, changed: string, unchanged: string, refused: string) =>
    `Tried, nothing is written: ${added} new numbers, ${changed} corrected, ${unchanged} there already, ${refused} refused. Choose the file again and press Bring in.`,
  taken: (added: string, changed: string, unchanged: string, refused: string) =>
    `Brought in: ${added} new numbers, ${changed} corrected, ${unchanged} were there, ${refused} refused.`,
  refused: "Lines that are not taken",
  line: "Line",
  why: "Why",
  fields: {
    administration: "administration",
    district: "district",
    kind: "kind",
    year: "year",
    quantity: "quantity",
  },
  problems: {
    noFile: "Choose a file.",
    tooLarge: "The file is larger than 8 MB. Split it.",
    noSource: "Write where the numbers come from.",
    unreadable: "The file cannot be read as CSV.",
    empty: "The file has no lines.",
    tooMany: "The file has more than 100,000 lines. Split it.",
  },
  reasons: {
    administration: "there is no administration with that code or name",
    notYours: "you can plan for your own administration only",
    district: "there is no district with that code or name",
    kind: "write children, staff or services",
    year: "write a year between 2000 and 2200",
    quantity: "write a whole number from 0 to a million",
    twice: "the same administration, district, kind and year stand earlier in the file",
  },
} satisfies typeof da;
