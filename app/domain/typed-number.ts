/** A number as people write it, comma or point, with Danish thousands; null where it is none. @example numberIn("1.250,5") // 1250.5 */
export function numberIn(typed: string): number | null {
  const bare = typed.replace(/\s/g, "");
  const plain = bare.includes(",") ? bare.replaceAll(".", "").replace(",", ".") : bare;
  const value = Number(plain);
  return bare !== "" && Number.isFinite(value) ? value : null;
}

/**
 * Kroner as people write them, as whole øre; points that part thousands are no decimals, and neither is anything finer than an øre. Null where it is no
 * amount. @example oreIn("1.250,50") // 125050. @example oreIn("1.250") // 125000
 */
export function oreIn(typed: string): number | null {
  const bare = typed.replace(/\s/g, "").replace("−", "-");
  const isGrouped = /^-?\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(bare);
  if (!isGrouped && !/^-?\d+([.,]\d{1,2})?$/.test(bare)) return null;
  const plain = (isGrouped ? bare.replaceAll(".", "") : bare).replace(",", ".");
  const ore = Math.round(Number(plain) * 100);
  return Number.isSafeInteger(ore) ? ore : null;
}
