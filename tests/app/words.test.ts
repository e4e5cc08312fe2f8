import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Words = { [key: string]: unknown };
const folder = new URL("../../app/i18n/", import.meta.url);
/** Areas are files; a folder holds parts of the area of its name. */
const files = (language: string) =>
  readdirSync(new URL(`${language}/`, folder))
    .filter((name) => name.endsWith(".ts"))
    .sort();
const load = async (language: string, file: string): Promise<Words> =>
  import(new URL(`${language}/${file}`, folder).href);

/** Every word of a dictionary by its path: texts as they are, functions by the number of parts they fill in. */
function wordsOf(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, `function of ${value.length}`]];
  expect(value, path).toBeTypeOf("object");
  return Object.entries(value as Words).flatMap(([key, inner]) =>
    wordsOf(inner, path ? `${path}.${key}` : key),
  );
}

describe("both languages say everything", () => {
  it("has the same areas in both", () => {
    expect(files("da").length).toBeGreaterThan(2);
    expect(files("en")).toEqual(files("da"));
  });

  it.each(files("da"))("has the same words in both in %s, none of them empty", async (file) => {
    const da = wordsOf({ ...(await load("da", file)) });
    const en = wordsOf({ ...(await load("en", file)) });
    const shape = (words: [string, string][]) =>
      words.map(([path, text]) => (text.startsWith("function of") ? `${path}: ${text}` : path));
    expect(shape(en).sort()).toEqual(shape(da).sort());
    expect([...da, ...en].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(files("da"))("offers %s to pages as a pair named like the file", async (file) => {
    const pair = (await import(new URL(file, folder).href)) as Record<string, Words>;
    const [area] = Object.values(pair);
    expect(Object.keys(area ?? {})).toEqual(["da", "en"]);
    expect(Object.values(await load("da", file))).toContain(area?.da);
    expect(Object.values(await load("en", file))).toContain(area?.en);
  });
});
