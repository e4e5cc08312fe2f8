import type { Locale } from "./locale.ts";

/** Intl's formatters are dear to make and cheap to use: one of each kind a language, made once. */
const TAGS = { da: "da-DK", en: "en-GB" } as const;
const ZONE = "Europe/Copenhagen";
const DASH = "–";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MILLION_KR_IN_ORE = 100_000_000;

const numberFormats = new Map<string, Intl.NumberFormat>();

function decimals(locale: Locale, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${least} ${most}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(TAGS[locale], {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
    numberFormats.set(key, format);
  }
  return format;
}

const instants: Record<Locale, Intl.DateTimeFormat> = {
  da: instantFormat("da", "2-digit"),
  en: instantFormat("en", "short"),
};

function instantFormat(locale: Locale, month: "2-digit" | "short"): Intl.DateTimeFormat {
  const day = locale === "da" ? "2-digit" : "numeric";
  return new Intl.DateTimeFormat(TAGS[locale], {
    ...{ day, month, year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: ZONE },
  });
}

type Maybe<Value> = Value | null | undefined;
const isMissing = (value: Maybe<number | string>) =>
  value === null || value === undefined || Number.isNaN(value);
/** The typographic minus, as wide as a digit. */
const withMinus = (text: string) => text.replace("-", "−");

/** A plain number; what is missing is a dash. @example formatNumber(1234567.891, "da") // "1.234.567,89" */
export function formatNumber(value: Maybe<number>, locale: Locale, mostDecimals = 2): string {
  return isMissing(value) ? DASH : withMinus(decimals(locale, 0, mostDecimals).format(value!));
}

/** Øre in millions of kroner with exactly one decimal, for columns of figures. @example formatMillions(7_900_000_000, "da") // "79,0" */
export function formatMillions(ore: Maybe<number>, locale: Locale): string {
  return isMissing(ore) ? DASH : withMinus(decimals(locale, 1, 1).format(ore! / MILLION_KR_IN_ORE));
}

/** An area in whole square metres with its unit. @example formatAreaM2(2200000, "da") // "2.200.000 m²" */
export function formatAreaM2(areaM2: Maybe<number>, locale: Locale): string {
  return isMissing(areaM2) ? DASH : `${formatNumber(areaM2, locale, 0)}\u00a0m²`;
}

/** How finely money is shown: to the øre, in whole kroner, or in millions from one million upwards. */
export type MoneyGrain = "ore" | "kr" | "million";

/**
 * An amount in integer øre with its unit.
 * @example formatOre(254000000000, "da", "million") // "2.540 mio. kr."
 * @example formatOre(123456789, "en", "ore") // "DKK 1,234,567.89"
 */
export function formatOre(ore: Maybe<number>, locale: Locale, grain: MoneyGrain = "kr"): string {
  if (isMissing(ore)) return DASH;
  const isMillions = grain === "million" && Math.abs(ore!) >= MILLION_KR_IN_ORE;
  const value = ore! / (isMillions ? MILLION_KR_IN_ORE : 100);
  const most = isMillions ? (Math.abs(value) < 1000 ? 1 : 0) : grain === "ore" ? 2 : 0;
  const number = withMinus(decimals(locale, grain === "ore" ? 2 : 0, most).format(value));
  if (locale === "da") return `${number}\u00a0${isMillions ? "mio. kr." : "kr."}`;
  return `DKK\u00a0${number}${isMillions ? "\u00a0m" : ""}`;
}

/** A day 'YYYY-MM-DD'. @example formatDay("2026-11-20", "da") // "20.11.2026"; in English "20 Nov 2026" */
export function formatDay(day: Maybe<string>, locale: Locale): string {
  if (!day) return DASH;
  const [year = "", month = "", date = ""] = day.split("-");
  return locale === "da"
    ? `${date}.${month}.${year}`
    : `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** A share 0–1 as a percentage. @example formatPercent(0.268, "da") // "26,8 %" */
export function formatPercent(share: Maybe<number>, locale: Locale, mostDecimals = 1): string {
  if (isMissing(share)) return DASH;
  return `${formatNumber(share! * 100, locale, mostDecimals)}${locale === "da" ? "\u00a0" : ""}%`;
}

/** The size of a file, as people say it. @example formatBytes(1_600_000, "da") // "1,5 MB" */
export function formatBytes(bytes: number, locale: Locale): string {
  const isSmall = bytes < 1024 * 1024;
  const number = formatNumber(
    Math.max(isSmall ? 1 : 0, bytes / (isSmall ? 1024 : 1024 * 1024)),
    locale,
    isSmall ? 0 : 1,
  );
  return `${number}\u00a0${isSmall ? "kB" : "MB"}`;
}

/** An instant in Copenhagen's time. @example formatDateTime(new Date("2026-11-20T11:05:00Z"), "da") // "20.11.2026 12.05" */
export function formatDateTime(instant: Maybe<Date | string | number>, locale: Locale): string {
  if (instant === null || instant === undefined) return DASH;
  const parts = instants[locale].formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  if (locale === "da") {
    return `${part("day")}.${part("month")}.${part("year")} ${part("hour")}.${part("minute")}`;
  }
  return `${part("day")} ${part("month")} ${part("year")} ${part("hour")}:${part("minute")}`;
}

/** The formatters with the language already chosen. */
export type Formats = ReturnType<typeof boundTo>;

function boundTo(locale: Locale) {
  return {
    number: (value: Maybe<number>, mostDecimals?: number) => formatNumber(value, locale, mostDecimals),
    millions: (ore: Maybe<number>) => formatMillions(ore, locale),
    areaM2: (areaM2: Maybe<number>) => formatAreaM2(areaM2, locale),
    ore: (ore: Maybe<number>, grain?: MoneyGrain) => formatOre(ore, locale, grain),
    day: (day: Maybe<string>) => formatDay(day, locale),
    bytes: (bytes: number) => formatBytes(bytes, locale),
    percent: (share: Maybe<number>, mostDecimals?: number) => formatPercent(share, locale, mostDecimals),
    dateTime: (instant: Maybe<Date | string | number>) => formatDateTime(instant, locale),
  };
}

const bound = { da: boundTo("da"), en: boundTo("en") };

export function formatsIn(locale: Locale): Formats {
  return bound[locale];
}
