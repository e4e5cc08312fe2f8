/**
 * A text as the words in it, in lower case and Danish spelling: aa, oe and ae become å, ø and æ, so that who has no
 * Danish keyboard is understood. @example wordsOf("Doeren er LÅST!!") // ["døren", "er", "låst"]
 */
export function wordsOf(text: string): string[] {
  const danish = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/aa|á|à|â/g, "å")
    .replace(/oe|ö/g, "ø")
    .replace(/ae|ä/g, "æ")
    .replace(/[éèêë]/g, "e")
    .replace(/ü/g, "u");
  return danish.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Endings that make a form of a word and not another word. */
const endings = new Set(
  "e en et er ene erne s es ens ets ers n r ne rne t te ede de nes ernes enes ende eres ning ninger ningen ing ed".split(
    " ",
  ),
);

/** Whether letters make only a form of what they follow; none do too. */
export const isEnding = (letters: string): boolean => letters === "" || endings.has(letters);

/** Whether a word is a form of another: radiatoren of radiator, huller of hul. */
export function isFormOf(word: string, stem: string): boolean {
  if (!word.startsWith(stem)) return false;
  const rest = word.slice(stem.length);
  if (isEnding(rest)) return true;
  return rest[0] === stem.at(-1) && endings.has(rest.slice(1));
}
