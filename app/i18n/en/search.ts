import type { search as da } from "../da/search.ts";

export const search = {
  title: "Search",
  label: "What are you looking for?",
  hint: "Name, street and number, BFE, BBR id or the number of a lease. Aa, oe and ae do for å, ø and æ.",
  submit: "Search",
  results: "Results",
  kinds: { building: "Building", address: "Address", unit: "Unit", lease: "Lease", case: "Case" },
  tooShort: "Type at least two characters.",
  none: (text: string) => `Nothing matches “${text}”. Try fewer words or a number.`,
  count: (total: string) => `${total} found`,
  best: (shown: string, total: string) => `The best ${shown} of ${total}. Type more to come closer.`,
  keys: "Arrow up and down choose, Enter opens, Esc closes.",
} satisfies typeof da;
