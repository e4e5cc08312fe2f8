import type { Formats } from "#app/i18n/format.ts";
import type { PortfolioWords } from "#app/i18n/portfolio.ts";
import type { Day } from "#domain/day.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { withParams } from "./portfolio-url.ts";

/** An active filter in words, and the query without it. */
export interface Chip {
  key: string;
  label: string;
  to: string;
}

/** Something a filter can name: its code stands in the address, its name on the screen. */
export interface NamedOption {
  code: string;
  name: string;
}

export interface FilterOptions {
  administrations: NamedOption[];
  units: (NamedOption & { administration: string })[];
  districts: NamedOption[];
}

type ChipContext = {
  search: PortfolioSearch;
  query: string;
  today: Day;
  options: FilterOptions;
  words: PortfolioWords;
  format: Formats;
};

/** What limits the search, one chip a choice, each with the way to be rid of it. */
export function chipsOf(context: ChipContext): Chip[] {
  return [...listChips(context), ...singleChips(context)];
}

const nameIn = (options: readonly NamedOption[], value: string): string =>
  options.find(({ code }) => code === value)?.name ?? value;

function listChips({ search, query, options, words }: ChipContext): Chip[] {
  const lists: [key: string, values: readonly string[], label: (value: string) => string][] = [
    ["administration", search.administration, (value) => nameIn(options.administrations, value)],
    ["unit", search.unit, (value) => nameIn(options.units, value)],
    ["use", search.use, (value) => words.uses[value as UseGroup] ?? value],
    ["district", search.district, (value) => nameIn(options.districts, value)],
    ["tenure", search.tenure, (value) => words.tenures[value as keyof PortfolioWords["tenures"]]],
    ["condition", search.condition.map(String), (value) => words.chips.condition(value)],
  ];
  return lists.flatMap(([key, values, label]) =>
    values.map((value) => ({
      key: `${key}=${value}`,
      label: label(value),
      to: withParams(query, { [key]: values.filter((other) => other !== value) }),
    })),
  );
}

function singleChips({ search, query, today, words, format }: ChipContext): Chip[] {
  const chips: Chip[] = [];
  const add = (label: string, ...keys: string[]) =>
    chips.push({
      key: keys.join(),
      label,
      to: withParams(query, Object.fromEntries(keys.map((key) => [key, null]))),
    });
  if (search.q) add(words.chips.q(search.q), "q");
  const built = rangeText(words, search.builtFrom, search.builtTo, String);
  if (built) add(words.chips.built(built), "builtFrom", "builtTo");
  const area = rangeText(words, search.areaFrom, search.areaTo, format.number);
  if (area) add(words.chips.area(area), "areaFrom", "areaTo");
  if (search.digitised !== null)
    add(search.digitised ? words.chips.digitised : words.chips.notDigitised, "digitised");
  if (search.on !== today) add(words.chips.on(format.day(search.on)), "on");
  if (search.ring) add(words.chips.ring, "ring");
  if (search.bbox) add(words.chips.bbox, "bbox");
  if (search.ids.length > 0) add(words.chips.ids(format.number(search.ids.length)), "ids");
  return chips;
}

/** A range of which either end may be open, in words; null where both are. */
function rangeText(
  words: PortfolioWords,
  from: number | null,
  to: number | null,
  write: (value: number) => string,
): string | null {
  if (from !== null && to !== null) return words.range.between(write(from), write(to));
  if (from !== null) return words.range.from(write(from));
  return to === null ? null : words.range.to(write(to));
}

/** The query without any filter; how it is shown stays. */
export const withoutFilters = (query: string): string =>
  withParams(query, {
    ...{ q: null, on: null, administration: null, unit: null, use: null, district: null, tenure: null },
    ...{ condition: null, builtFrom: null, builtTo: null, areaFrom: null, areaTo: null, digitised: null },
    ...{ bbox: null, ring: null, ids: null },
  });
