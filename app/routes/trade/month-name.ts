import type { Locale } from "#app/i18n/locale.ts";
import type { Month } from "#domain/trade/month.ts";

const formats = {
  da: new Intl.DateTimeFormat("da-DK", { month: "long", year: "numeric", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
};

/** A month as people say it. @example monthName("2026-11", "da") // "november 2026" */
export const monthName = (month: Month, locale: Locale): string =>
  formats[locale].format(new Date(`${month}-01T00:00:00Z`));
