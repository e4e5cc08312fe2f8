/** A number as people write it, comma or point, with Danish thousands; null where it is none. @example numberIn("1.250,5") // 1250.5 */
export function numberIn(typed: string): number | null {
  const bare = typed.replace(/\s/g, "");
  const plain = bare.includes(",") ? bare.replaceAll(".", "").replace(",", ".") : bare;
  const value = Number(plain);
  return bare !== "" && Number.isFinite(value) ? value : null;
}
