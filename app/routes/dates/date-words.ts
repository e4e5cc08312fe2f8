import { dates as area } from "#app/i18n/dates.ts";
import { formatsIn } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";

/** The rule of a date in one sentence. */
export function ruleInWords(
  { kind, party, rule }: Pick<LeaseDateRow, "kind" | "party" | "rule">,
  locale: Locale,
) {
  const format = formatsIn(locale);
  return area[locale].rules[kind]({
    ...{ party, months: rule.months ?? 0, until: format.day(rule.until ?? null) },
    ...{ amount: format.ore(rule.amountOre ?? null), option: rule.option ?? null },
  });
}

/** Who is to see to a date: whoever has taken it, else those who look after the lease. */
export function ownerInWords(
  { ownerName, keeperNames }: Pick<LeaseDateRow, "ownerName" | "keeperNames">,
  locale: Locale,
): string {
  const words = area[locale];
  if (ownerName !== null) return ownerName;
  return keeperNames.length > 0 ? words.shared(keeperNames.join(", ")) : words.nobody;
}
