import type { responsibility } from "#app/i18n/da/responsibility.ts";
import type { Cause, ItemLocation, ResponsibilityTenure } from "#domain/responsibility/terms.ts";

/** What a rule speaks of; null means any. */
interface Matter {
  itemCode: string | null;
  location: ItemLocation | null;
  cause: Cause | null;
  tenure: ResponsibilityTenure | null;
}

/** The names of items in the language of the page, by code. */
export type ItemNames = Readonly<Record<string, string>>;

/** Items by code, in one language. */
export const itemNamesIn = (
  items: readonly { code: string; nameDa: string; nameEn: string }[],
  locale: "da" | "en",
): ItemNames =>
  Object.fromEntries(items.map(({ code, nameDa, nameEn }) => [code, locale === "da" ? nameDa : nameEn]));

/** What a rule is about, in words. @example nameRule(words, names, rule) // "Vindue, klimaskærm, indbrud" */
export function nameRule(words: typeof responsibility, names: ItemNames, rule: Matter): string {
  const parts = [
    rule.itemCode && (names[rule.itemCode] ?? rule.itemCode),
    rule.location && words.locations[rule.location],
    rule.cause && words.causes[rule.cause],
    rule.tenure && words.tenures[rule.tenure],
  ].filter((part): part is string => Boolean(part));
  return parts.join(" · ") || words.anyItem;
}
