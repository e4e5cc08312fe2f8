import { readFileSync } from "node:fs";
import path from "node:path";
import { defaultSynonyms } from "#domain/catalogue/default-catalogue.ts";
import { rankSuggestions, targetKey, type Synonym } from "#domain/suggestion/rank-suggestions.ts";
import { wordsOf } from "#domain/suggestion/words-of.ts";
import type { Line } from "./report.ts";

const fixtures = path.resolve(import.meta.dirname, "../../tests/fixtures");
const halves = [
  ["kept apart from tuning", "phrasings-held-out.tsv"],
  ["used for tuning", "phrasings-tuning.tsv"],
] as const;

/** How often what is meant comes first, and among the first three, in phrasings written for it. */
export function measureSuggestions(): Line[] {
  const synonyms: Synonym[] = defaultSynonyms.map(({ term, weight, itemCode, serviceCode }) => ({
    ...{ words: wordsOf(term), weight },
    target: targetKey(itemCode !== null ? { itemCode } : { serviceCode: serviceCode! }),
  }));
  return halves.flatMap(([what, file]) => {
    const lines = readFileSync(path.join(fixtures, file), "utf8").trim().split("\n");
    const ranks = lines.map((line) => {
      const [expected, text] = line.split("\t") as [string, string];
      const found = rankSuggestions(text, synonyms, 3);
      return found.findIndex(({ itemCode, serviceCode }) => (itemCode ?? serviceCode) === expected);
    });
    const share = (isRight: (rank: number) => boolean) => (100 * ranks.filter(isRight).length) / ranks.length;
    const first = share((rank) => rank === 0);
    const amongThree = share((rank) => rank >= 0);
    const count = `${lines.length} phrasings ${what}`;
    return [
      { what: `first, ${count}`, value: `${first.toFixed(0)} %`, goal: "≥ 80 %", isMet: first >= 80 },
      {
        what: `among three, ${count}`,
        value: `${amongThree.toFixed(0)} %`,
        goal: "≥ 95 %",
        isMet: amongThree >= 95,
      },
    ];
  });
}
