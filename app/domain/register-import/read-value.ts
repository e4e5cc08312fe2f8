import type { RefusalReason } from "./reasons.ts";

/** A value as read, or why it cannot be. Null is "not said": absent, empty, or BBR's own stand-in for unknown. */
export type Reading<T> = { ok: true; value: T | null } | { ok: false; reason: RefusalReason };

const said = <T>(value: T): Reading<T> => ({ ok: true, value });
const unsaid: Reading<never> = { ok: true, value: null };
const refused = (reason: RefusalReason): Reading<never> => ({ ok: false, reason });

/** The text of a field without its surrounding space; null where it says nothing. */
export function readText(value: unknown): string | null {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value !== "string") return null;
  // A database's text cannot hold the null character, and nobody types it.
  const text = value.replaceAll("\0", "").trim();
  return text === "" ? null : text;
}

/** No building has ten square kilometres: a larger figure is a slip of the keyboard. */
const largestAreaM2 = 10_000_000;
const plainNumber = /^-?\d+([.,]\d+)?$/;

/** An area in m², with a decimal point or a Danish decimal comma, to the hundredth.
 *  @example readArea("1250,5") // { ok: true, value: 1250.5 } */
export function readArea(value: unknown, { isZeroUnknown }: { isZeroUnknown: boolean }): Reading<number> {
  const text = readText(value);
  if (text === null) return unsaid;
  if (!plainNumber.test(text)) return refused("notANumber");
  const areaM2 = Math.round(Number(text.replace(",", ".")) * 100) / 100;
  if (areaM2 < 0) return refused("negative");
  if (areaM2 > largestAreaM2) return refused("tooLarge");
  return areaM2 === 0 && isZeroUnknown ? unsaid : said(areaM2);
}

/** Years below 1500 are BBR's way to say unknown. A year far ahead is refused; next year's building is not.
 *  @example readYear("1000", 2026) // { ok: true, value: null } */
export function readYear(value: unknown, thisYear: number): Reading<number> {
  const whole = readWhole(value, 9999);
  if (!whole.ok) return whole;
  if (whole.value !== null && whole.value > thisYear + 5) return refused("yearInFuture");
  return { ok: true, value: atLeast(whole.value, 1500) };
}

/** Zero storeys stand for unknown. @example readStoreys(0) // { ok: true, value: null } */
export function readStoreys(value: unknown): Reading<number> {
  const whole = readWhole(value, 200);
  return whole.ok ? { ok: true, value: atLeast(whole.value, 1) } : whole;
}

const atLeast = (value: number | null, least: number) => (value !== null && value >= least ? value : null);

function readWhole(value: unknown, largest: number): Reading<number> {
  const text = readText(value);
  if (text === null) return unsaid;
  if (!plainNumber.test(text)) return refused("notANumber");
  const number = Number(text.replace(",", "."));
  if (!Number.isInteger(number)) return refused("notWhole");
  if (number < 0) return refused("negative");
  return number > largest ? refused("tooLarge") : said(number);
}

/** A code of a list; "05" and 5 are the same. @example readCode("05", new Set(["5"])) // { ok: true, value: "5" } */
export function readCode(value: unknown, known: { has(code: string): boolean }): Reading<string> {
  const text = readText(value);
  if (text === null) return unsaid;
  const code = text.replace(/^0+(?=\d)/, "");
  return known.has(code) ? said(code) : refused("unknownCode");
}

/** An instant, in milliseconds since 1970. @example readInstant("2018-08-03T12:02:15.571481+02:00") */
export function readInstant(value: unknown): Reading<number> {
  const text = readText(value);
  if (text === null) return unsaid;
  const instant = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? refused("badTime") : said(instant);
}
