import type { catalogue as da } from "#app/i18n/da/catalogue.ts";
import type { Formats } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { ServiceRow } from "#db/queries/catalogue/list-services.ts";
import type { ServiceTerms } from "#domain/catalogue/service.ts";

export type CatalogueWords = typeof da;

/** What has a name in both languages, in one. @example nameIn({ nameDa: "Vagt", nameEn: "Guard" }, "en") // "Guard" */
export const nameIn = (row: { nameDa: string; nameEn: string }, locale: Locale): string =>
  locale === "da" ? row.nameDa : row.nameEn;

/** A price with what it is for: 0,82 kr. pr. m². */
export const priceText = (
  { unit, unitPriceOre }: Pick<ServiceTerms, "unit" | "unitPriceOre">,
  words: CatalogueWords,
  format: Formats,
): string => `${format.ore(unitPriceOre, unitPriceOre % 100 === 0 ? "kr" : "ore")} ${words.perUnit[unit]}`;

/** The price on the day, or that there is none. */
export const priceOf = (row: ServiceRow, words: CatalogueWords, format: Formats): string =>
  row.unit === null || row.unitPriceOre === null
    ? words.noTerms
    : priceText({ unit: row.unit, unitPriceOre: row.unitPriceOre }, words, format);

/** Above which amount somebody must say yes, and who. */
export const approvalText = (
  { approvalAboveOre, approver }: Pick<ServiceRow, "approvalAboveOre" | "approver">,
  words: CatalogueWords,
  format: Formats,
): string =>
  approvalAboveOre === null || approver === null
    ? words.noLimit
    : words.approvalBy(format.ore(approvalAboveOre), words.approvers[approver]);

const hoursInWorkingDay = 8;

function timeText(minutes: number, isRoundTheClock: boolean, words: CatalogueWords, format: Formats): string {
  const hours = minutes / 60;
  const { slaOf } = words;
  if (hours === 1 && isRoundTheClock) return slaOf.hour;
  if (isRoundTheClock) return slaOf.hours(format.number(hours));
  if (hours === hoursInWorkingDay) return slaOf.workingDay;
  return hours % hoursInWorkingDay === 0
    ? slaOf.workingDays(format.number(hours / hoursInWorkingDay))
    : slaOf.workingHours(format.number(hours));
}

/** What is promised of time: answered within, done within; what has no deadline says so. */
export function promiseText(
  row: Pick<ServiceRow, "respondMinutes" | "resolveMinutes" | "isRoundTheClock">,
  words: CatalogueWords,
  format: Formats,
): string {
  const { respondMinutes, resolveMinutes, isRoundTheClock } = row;
  if (respondMinutes === null) return words.slaOf.unmeasured;
  const isAlways = isRoundTheClock ?? false;
  const answer = words.slaOf.respond(timeText(respondMinutes, isAlways, words, format));
  const end =
    resolveMinutes === null
      ? words.slaOf.agreed
      : words.slaOf.resolve(timeText(resolveMinutes, isAlways, words, format));
  return [answer, end, ...(isAlways ? [words.slaOf.roundTheClock] : [])].join(", ");
}
