import { yearOf, type Day } from "./day-count.ts";

/**
 * What stood at the end of each year, and on the day itself for its own year: the last change up to then. Øre.
 * @example backlogByYear([{ from: "2019-05-01", amountOre: 5 }], "2021-03-01") // 5 in 2019, 2020 and 2021
 */
export function backlogByYear(
  changes: readonly { from: Day; amountOre: number }[],
  on: Day,
): { year: number; amountOre: number }[] {
  const [first] = changes;
  if (!first || first.from > on) return [];
  const years = Array.from({ length: yearOf(on) - yearOf(first.from) + 1 }, (_, i) => yearOf(first.from) + i);
  return years.map((year) => {
    const end = year === yearOf(on) ? on : `${year}-12-31`;
    return { year, amountOre: changes.findLast((change) => change.from <= end)?.amountOre ?? 0 };
  });
}
