import { leaningOf, type Leaning } from "./leaning.ts";
import { matchWord } from "./match-word.ts";
import { wordsOf } from "./words-of.ts";

/** What a text may be about: something that can fail, or a service of the catalogue. */
export type Target =
  { itemCode: string; serviceCode?: undefined } | { serviceCode: string; itemCode?: undefined };

/** A word or phrase of the catalogue, split once, and what it points at. `weight` says how surely. */
export interface Synonym {
  words: readonly string[];
  target: string;
  weight: number;
}

/** A guess with its score, 0 to 1; scores compare within one text. */
export type Suggestion = Target & { score: number };

/** More of a text than this says nothing new about what it is about. */
const mostWords = 120;
/** What one word more of the same thing adds, of what the one before added. */
const decay = 0.5;
const perFurtherWord = 0.35;
/** A word that says where ("i køkkenet") counts less than what stands before it ("afløbet"). */
const placeShare = 0.6;
const favour = 1.35;

const prepositions = new Set(
  "i på ved til over under bag fra foran gennem mod hos om for af mellem udenfor efter at in on at by under behind from near".split(
    " ",
  ),
);
const between = new Set("den det de en et vores min sin hele alle ene the a our".split(" "));

/** The name of a target as synonyms carry it. @example targetKey({ itemCode: "window" }) // "item:window" */
export const targetKey = (target: Target): string =>
  target.itemCode !== undefined ? `item:${target.itemCode}` : `service:${target.serviceCode}`;

function targetOf(key: string): Target {
  const code = key.slice(key.indexOf(":") + 1);
  return key.startsWith("item:") ? { itemCode: code } : { serviceCode: code };
}

interface Met {
  strength: number;
  words: number[];
}

/**
 * What a text is most likely about, the likeliest first, by the words that the catalogue knows. Never more than a guess:
 * whoever writes chooses. @example rankSuggestions("vinduet er knust", synonyms, 3)[0] // { itemCode: "window", score: … }
 */
export function rankSuggestions(text: string, synonyms: readonly Synonym[], limit: number): Suggestion[] {
  const words = wordsOf(text).slice(0, mostWords);
  if (words.length === 0) return [];
  const shares = words.map((_, index) => shareOf(words, index));
  const known = new Map<string, number[]>();
  const met = new Map<string, Met[]>();
  for (const synonym of synonyms) {
    const found = meet(synonym, words, shares, known);
    if (found) met.set(synonym.target, [...(met.get(synonym.target) ?? []), found]);
  }
  const leaning = leaningOf(words);
  return [...met]
    .map(([key, all]) => ({ key, sum: sumOf(all) * favourOf(key, leaning) }))
    .sort((one, other) => other.sum - one.sum || (one.key < other.key ? -1 : 1))
    .slice(0, limit)
    .map(({ key, sum }) => ({ ...targetOf(key), score: Math.round((1 - Math.exp(-sum)) * 1000) / 1000 }));
}

/** How much a word counts by where it stands: what comes first is what it is about, what follows a preposition is where. */
function shareOf(words: string[], index: number): number {
  const early = 1 + 0.15 * (1 - index / words.length);
  const before = words[index - 1];
  const isPlace =
    before !== undefined &&
    (prepositions.has(before) || (between.has(before) && prepositions.has(words[index - 2] ?? "")));
  return isPlace ? early * placeShare : early;
}

/** All words of a synonym must be there; the best place of each counts. */
function meet(synonym: Synonym, words: string[], shares: number[], known: Map<string, number[]>): Met | null {
  const places: number[] = [];
  let strength = 0;
  for (const word of synonym.words) {
    let matches = known.get(word);
    if (!matches) {
      const once = new Map<string, number>();
      for (const written of words) if (!once.has(written)) once.set(written, matchWord(written, word));
      matches = words.map((written) => once.get(written)!);
      known.set(word, matches);
    }
    let best = -1;
    for (let index = 0; index < words.length; index++)
      if (
        matches[index]! > 0 &&
        (best < 0 || matches[index]! * shares[index]! > matches[best]! * shares[best]!)
      )
        best = index;
    if (best < 0) return null;
    places.push(best);
    strength += matches[best]! * shares[best]!;
  }
  const count = synonym.words.length;
  return {
    strength: (strength / count) * synonym.weight * (1 + perFurtherWord * (count - 1)),
    words: places,
  };
}

/** The best word whole, each further word that is not the same one again by half of the one before. */
function sumOf(all: Met[]): number {
  const used = new Set<number>();
  let share = 1;
  let sum = 0;
  for (const { strength, words } of all.sort((one, other) => other.strength - one.strength)) {
    if (words.every((word) => used.has(word))) continue;
    for (const word of words) used.add(word);
    sum += strength * share;
    share *= decay;
  }
  return sum;
}

const favourOf = (key: string, leaning: Leaning): number =>
  (leaning === "fault" && key.startsWith("item:")) || (leaning === "wish" && key.startsWith("service:"))
    ? favour
    : 1;
