import { isEnding, isFormOf } from "./words-of.ts";

/** Shorter words are found inside too many others. */
const shortestPart = 4;
const shortestMisspelt = 5;

/**
 * How well a word someone wrote meets a word of the catalogue, 0 to 1: the word or a form of it; a compound that ends in
 * it (what it is: personaletoilet is a toilet); a misspelling; a compound that begins with it (what it is for).
 * @example matchWord("personaletoilettet", "toilet") // 0.9
 */
export function matchWord(written: string, known: string): number {
  if (written === known) return 1;
  if (isFormOf(written, known)) return 0.98;
  if (known.length >= shortestPart) {
    const at = written.lastIndexOf(known);
    if (at > 1 && isFormOf(written.slice(at), known)) return 0.9;
  }
  if (isMisspelt(written, known)) return 0.8;
  if (known.length >= shortestPart && written.startsWith(known)) return 0.55;
  return 0;
}

/** One slip of the finger in a word of five letters, two in one of nine; the first letter is seldom wrong. */
function isMisspelt(written: string, known: string): boolean {
  if (known.length < shortestMisspelt || written[0] !== known[0] || written.length < known.length - 2)
    return false;
  const most = known.length >= 9 ? 2 : 1;
  // Whoever slips also inflects: what stands after about as many letters as the known word has may be an ending.
  return [known.length - 1, known.length, known.length + 1].some(
    (length) =>
      length <= written.length &&
      isEnding(written.slice(length)) &&
      slips(written.slice(0, length), known, most) <= most,
  );
}

/** In a short word another letter makes another word (vælter is not vægter); only long ones may have one wrong. */
const shortestWithWrongLetter = 8;

/** Letters added, left out, swapped or, in long words, wrong between two words; more than `most` is not counted out. */
function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const wrong = other.length < shortestWithWrongLetter ? 2 : 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : wrong));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, before[column - 2]! + 1);
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[other.length]!;
}
