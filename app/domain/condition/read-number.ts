/**
 * Reads a number as people write it, with a comma or a point for decimals and points or spaces between thousands; null
 * for anything else. @example readNumber("1.234,5") // 1234.5
 */
export function readNumber(text: string): number | null {
  const bare = text.trim().replace(/[\s\u00a0]/g, "");
  const written = bare.includes(",") ? bare.replaceAll(".", "").replace(",", ".") : bare;
  if (!/^-?\d+(\.\d+)?$/.test(written)) return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : null;
}
