import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultServices, defaultSynonyms } from "#domain/catalogue/default-catalogue.ts";
import { usualItems } from "#domain/responsibility/facility-item.ts";
import { matchWord } from "#domain/suggestion/match-word.ts";
import { rankSuggestions, targetKey, type Synonym } from "#domain/suggestion/rank-suggestions.ts";
import { locationFrom, readSigns } from "#domain/suggestion/read-signs.ts";
import { wordsOf } from "#domain/suggestion/words-of.ts";

const synonyms: Synonym[] = defaultSynonyms.map(({ term, weight, itemCode, serviceCode }) => ({
  ...{ words: wordsOf(term), weight },
  target: targetKey(itemCode !== null ? { itemCode } : { serviceCode: serviceCode! }),
}));
const rank = (text: string, limit = 3) =>
  rankSuggestions(text, synonyms, limit).map(({ itemCode, serviceCode }) => itemCode ?? serviceCode);

/** Lines of `expected TAB phrasing`. */
const phrasings = (name: string): [expected: string, text: string][] =>
  readFileSync(path.resolve(import.meta.dirname, `../fixtures/phrasings-${name}.tsv`), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t") as [string, string]);

describe("the words of the catalogue", () => {
  test("name every item and service, and nothing else", () => {
    const codes = new Set(defaultSynonyms.map(({ itemCode, serviceCode }) => itemCode ?? serviceCode));
    const all = [...usualItems.map(({ code }) => code), ...defaultServices.map(({ code }) => code)];
    expect([...codes].sort()).toEqual(all.sort());
    expect(defaultSynonyms.every(({ term, weight }) => term !== "" && weight > 0 && weight <= 2)).toBe(true);
  });

  test.each(["held-out", "tuning"])("find what people mean in the %s phrasings", (half) => {
    const lines = phrasings(half);
    expect(lines).toHaveLength(100);
    const first = lines.filter(([expected, text]) => rank(text)[0] === expected).length;
    const amongThree = lines.filter(([expected, text]) => rank(text).includes(expected)).length;
    expect(first).toBeGreaterThanOrEqual(80);
    expect(amongThree).toBeGreaterThanOrEqual(95);
  });

  test("find what people mean in the later phrasings, which were written when words and rules stood still", () => {
    const lines = phrasings("later");
    expect(lines).toHaveLength(50);
    expect(lines.filter(([expected, text]) => rank(text)[0] === expected).length).toBeGreaterThanOrEqual(40);
    expect(lines.filter(([expected, text]) => rank(text).includes(expected)).length).toBeGreaterThanOrEqual(
      45,
    );
  });

  test("no phrasing stands in both halves", () => {
    const tuning = new Set(phrasings("tuning").map(([, text]) => text));
    expect(phrasings("held-out").filter(([, text]) => tuning.has(text))).toEqual([]);
  });
});

describe("a suggestion", () => {
  test.each([
    ["Vinduet i stuen er knust", "window"],
    ["VINDUE KNUST!!!", "window"],
    ["vinudet er gået i stykker", "window"],
    ["doeren kan ikke lukkes", "door"],
    ["The radiator is cold", "heating"],
    ["afløbet i køkkenet", "drain"],
  ])("of %j is %s", (text, expected) => expect(rank(text)[0]).toBe(expected));

  test("is nothing where nothing is said, and never more than asked for", () => {
    expect(rank("")).toEqual([]);
    expect(rank("🙂 … <script>")).toEqual([]);
    expect(rank("vindue dør tag lås varme vand", 2)).toHaveLength(2);
  });

  test("comes with falling scores from 0 to 1, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const scores = rankSuggestions(text, synonyms, 5).map(({ score }) => score);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((one, other) => other - one));
      }),
      { numRuns: 50 },
    );
  });

  test("takes the processor less than 20 milliseconds, of a sentence and of ten thousand characters", () => {
    const sentence = "der er noget galt med radiatoren på kontoret og vinduet binder ";
    for (const text of [sentence, sentence.repeat(160)]) {
      for (let run = 0; run < 5; run++) rank(text);
      const before = process.cpuUsage();
      for (let run = 0; run < 20; run++) rank(text);
      expect(process.cpuUsage(before).user / 20 / 1000).toBeLessThan(20);
    }
  });
});

test.each([
  ["radiatoren", "radiator", 0.98],
  ["huller", "hul", 0.98],
  ["personaletoilettet", "toilet", 0.9],
  ["glas", "lås", 0],
  ["terassedøren", "terrassedør", 0.8],
  ["toiletpapir", "toilet", 0.55],
  ["stol", "skole", 0],
])("%j meets %j by %d", (written, known, share) => expect(matchWord(written, known)).toBe(share));

describe("the signs of a text", () => {
  test.each([
    ["Nogen har kastet en sten gennem ruden", "vandalism"],
    ["vi har haft indbrud, de har smadret vinduet", "burglary"],
    ["tagsten blæst ned i stormen", "storm"],
    ["der har været brand i køkkenet", "fire"],
    ["brandalarmen virker ikke", null],
    ["et barn er kommet til at sparke hul i væggen", "user"],
    ["der er graffiti på muren", "vandalism"],
    ["vi kom til at vælte reolen", "user"],
    ["radiatoren er kold", null],
  ])("%j was caused by %s", (text, cause) => expect(readSigns(text).cause).toBe(cause));

  test.each([
    ["vandet sprøjter ud af et rør", "runningWater"],
    ["et vandrør er sprunget i kælderen", "runningWater"],
    ["der er vand ud over det hele", "runningWater"],
    ["stikkontakten gnister", "danger"],
    ["der lugter af gas i køkkenet", "danger"],
    ["en kollega sidder fast i elevatoren", "danger"],
    ["løse mursten der er ved at falde ned", "danger"],
    ["det er ikke farligt, men lampen blinker", null],
    ["det er ikke farligt tror vi, men kontakten gnister", "danger"],
    ["vandhanen drypper", null],
    ["brandøvelse på torsdag", null],
    ["vinduerne skal pudses", null],
  ])("%j means %s", (text, danger) => expect(readSigns(text).danger).toBe(danger));

  test("say which side of the wall, unless they say both", () => {
    expect(readSigns("døren på kontoret binder").side).toBe("inside");
    expect(readSigns("maling skaller af udvendigt").side).toBe("outside");
    expect(readSigns("døren binder både ude og inde").side).toBeNull();
    expect(locationFrom("envelope", "inside")).toBe("inside");
    expect(locationFrom("inside", "outside")).toBe("envelope");
    expect(locationFrom("basicInstallation", "inside")).toBe("basicInstallation");
    expect(locationFrom("paved", "outside")).toBe("paved");
    expect(locationFrom("envelope", null)).toBe("envelope");
  });
});
