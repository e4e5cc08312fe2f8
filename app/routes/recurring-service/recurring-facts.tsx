import { DescriptionList } from "#app/components/description-list.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { recurring } from "#app/i18n/recurring.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RecurringRow } from "#db/queries/recurring/recurring-row.ts";
import { addDays } from "#domain/day-count.ts";
import { whenText } from "../recurring/recurring-text.ts";

/** What comes, how much, what it costs each time, and when it ends. */
export function RecurringFacts({ row }: { row: RecurringRow }) {
  const words = useWords(recurring);
  const { units } = useWords(catalogue);
  const format = useFormats();
  const { page } = words;
  const end = endOf(row);
  return (
    <DescriptionList
      facts={[
        { term: words.days, value: whenText(row, words) },
        {
          term: page.quantity,
          value: `${format.number(row.quantity)} ${row.unit ? units[row.unit] : ""}`,
        },
        {
          term: page.cost,
          value: row.unitPriceOre === null ? null : format.ore(Math.round(row.unitPriceOre * row.quantity)),
        },
        { term: page.holidays, value: row.skipsHolidays ? page.skipped : page.notSkipped },
        { term: page.ends, value: end ? page.endsWith[end.by](format.day(end.day)) : page.noEnd },
        ...(row.description ? [{ term: page.message, value: row.description }] : []),
      ]}
    />
  );
}

/** The last day it can come, and what ends it; null where nothing does. */
function endOf(row: RecurringRow) {
  const ends = [
    ...(row.endsOn ? [{ by: "own" as const, day: row.endsOn }] : []),
    ...(row.leaseEndsOn ? [{ by: "lease" as const, day: addDays(row.leaseEndsOn, -1) }] : []),
    ...(row.withdrawnOn ? [{ by: "catalogue" as const, day: addDays(row.withdrawnOn, -1) }] : []),
  ];
  return ends.sort((one, other) => (one.day < other.day ? -1 : 1))[0] ?? null;
}
