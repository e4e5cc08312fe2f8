/**
 * An int8 as a number. Beyond 2^53 a number would quietly be another one, so that is an error.
 *
 * @throws RangeError
 * @example asSafeInteger("2500000000") // 2500000000
 */
export function asSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be read exactly`);
  return value;
}

/**
 * A timestamptz as ISO 8601 text in UTC. The microseconds stay, so that a page can continue exactly after a row.
 *
 * @example asInstant("2026-11-02 08:30:00.123456+00") // "2026-11-02T08:30:00.123456Z"
 */
export function asInstant(text: string): string {
  if (text.endsWith("+00")) return `${text.slice(0, -3).replace(" ", "T")}Z`;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString(); // 'infinity' has no ISO form
}
