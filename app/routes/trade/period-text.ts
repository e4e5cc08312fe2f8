import type { Formats } from "#app/i18n/format.ts";
import type { trade } from "#app/i18n/trade.ts";
import { addDays, type Day } from "#domain/day-count.ts";
import type { TradeBasis } from "#domain/trade/trade-basis.ts";

type Words = (typeof trade)["da"];

/** When an agreement is in force, the last day as people say it. */
export const periodText = (
  { validFrom, validTo }: { validFrom: Day; validTo: Day | null },
  words: Words,
  format: Formats,
): string =>
  validTo
    ? words.fromTo(format.day(validFrom), format.day(addDays(validTo, -1)))
    : words.from(format.day(validFrom));

/** A price with what it is for, or that there is none. @example priceText(…) // "450,00 kr. pr. time" */
export const priceText = (
  { unitPriceOre, basis }: { unitPriceOre: number | null; basis: TradeBasis },
  words: Words,
  format: Formats,
): string =>
  unitPriceOre === null ? words.unpriced : `${format.ore(unitPriceOre, "ore")} ${words.bases[basis]}`;
