import { isFormOf } from "./words-of.ts";

/** Phrases as lists of words. @example phrases("i stykker, løs") // [["i", "stykker"], ["løs"]] */
export const phrases = (list: string): string[][] => list.split(", ").map((phrase) => phrase.split(" "));

/** How many words a phrase allows to stand between its own ("der har smadret" for "har smadret"). */
const room = 2;

/** Whether words hold a phrase, in any form and with little between, or one of several. */
export const holdsAny = (words: readonly string[], some: readonly string[][]): boolean =>
  some.some((phrase) => words.some((_, at) => followsFrom(words, at, phrase)));

function followsFrom(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  if (!isFormOf(words[at]!, phrase[0]!)) return false;
  let place = at;
  for (const part of phrase.slice(1)) {
    const next = words.slice(place + 1, place + 2 + room).findIndex((word) => isFormOf(word, part));
    if (next < 0) return false;
    place += next + 1;
  }
  return true;
}
