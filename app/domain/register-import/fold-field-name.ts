const folded = new Map<string, string>();

/**
 * One name for a field, however a source spells it: BBR's numbered fields become their number, the rest lose case,
 * punctuation and the two spellings of æ, ø and å.
 * @example foldFieldName("byg026Opførelsesår") // "byg026", as is "byg026Opfoerelsesaar"
 * @example foldFieldName("id_lokalId") // "idlokalid"
 */
export function foldFieldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const answer = fold(name);
  if (folded.size < 2_000) folded.set(name, answer);
  return answer;
}

function fold(name: string): string {
  const plain = name.normalize("NFC").toLowerCase().trim();
  const numbered = /^byg\d{3}/.exec(plain);
  if (numbered) return numbered[0];
  return plain
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .replace(/[^a-z0-9]/g, "");
}

/** A record of a file with its fields under folded names; nothing is read yet. */
export type FoldedFields = Readonly<Record<string, unknown>>;

export function foldFields(fields: Readonly<Record<string, unknown>>): FoldedFields {
  const answer: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) answer[foldFieldName(name)] = value;
  return answer;
}
