import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { casePaper } from "#app/routes/council-case-paper/case-paper.ts";
import { numberTables } from "#app/routes/council-case-paper/number-tables.ts";
import { numbersDocx } from "#app/routes/council-case-paper/numbers-docx.server.ts";
import { numbersXlsx } from "#app/routes/council-case-paper/numbers-xlsx.server.ts";
import type { Submitted } from "#app/routes/council-case-paper/paper-voice.ts";
import { submittedMoney } from "#app/routes/council-case/council-economy.server.ts";
import { paperTemplate } from "#app/server/pdf/paper-template.ts";
import { typeset } from "#app/server/pdf/typeset.server.ts";
import { readSheet } from "read-excel-file/node";
import type { Actor } from "#domain/actor.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import type { CouncilPart } from "#domain/council/council-step.ts";
import { scenarioEconomy } from "#domain/colocation/case-economy.ts";
import { unzip } from "../../helpers/xlsx-rows.ts";
import { at, premises, smallCase, unit } from "../../domain/colocation/small-case.ts";

const sha256 = "0123456789abcdef".repeat(4);
const outsider = {
  grants: [{ role: "administrationUser", administrationIds: ["none"], unitIds: [] }],
} as unknown as Actor;

function submitted(
  locale: "da" | "en",
  inputs: CaseInputs = smallCase(),
  parts: CouncilPart[] = ["member"],
): Submitted {
  const submission = {
    ...{ id: "s", round: 2, meetingOn: "2026-12-28", scenarioId: "together", inputs, sha256 },
    ...{ submittedAt: "2026-11-28T12:00:00Z", submittedByName: "Planlægger" },
  };
  const money = submittedMoney(outsider, parts, submission)!;
  return { found: { ...inputs.case, purpose: "Skal “#huset” & <gården> deles?" }, submission, money, locale };
}

/** More of everything than a page holds. */
function largeCase(): CaseInputs {
  const small = smallCase();
  const many = Array.from({ length: 40 }, (_, index) => `u${index}`);
  const units = many.map((id) =>
    unit(id, {
      name: `Enhed med et ganske langt navn nummer ${id}`,
      today: [{ premisesId: `p-${id}`, areaM2: 400, rentOre: 4e7 }],
    }),
  );
  const lease = small.premises[0]!;
  return smallCase({
    units,
    premises: [
      premises("own", { areaM2: 30_000 }),
      ...many.map((id, index) => ({
        ...lease,
        id: `p-${id}`,
        name: `Lejede lokaler ${id}`,
        position: [12.5 + index / 400, 55.66 + index / 900] as [number, number],
      })),
    ],
    scenarios: [
      { ...small.scenarios[0]!, placements: many.map((id) => at(id, `p-${id}`)) },
      { ...small.scenarios[1]!, placements: many.map((id) => at(id, "own")) },
    ],
    conditions: many.map((id) => ({
      ...{
        id: `c-${id}`,
        unitId: id,
        strength: "hard",
        kind: "notHere",
        otherUnitId: null,
        premisesId: "own",
      },
      ...{ distanceMeters: null, yearlyPriceOre: null, words: "Må ikke være her. ".repeat(40) },
    })),
  });
}

const pagesOf = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type ?\/Page\b(?!s)/g) ?? []).length;
const paperOf = (about: Submitted) =>
  typeset(paperTemplate, casePaper(about), new Date("2026-11-28T12:00:00Z"));

test.each(["da", "en"] as const)("a case is four pages, tagged, in the language asked for (%s)", (locale) => {
  const pdf = paperOf(submitted(locale));
  expect(pagesOf(pdf)).toBe(4);
  const bytes = pdf.toString("latin1");
  expect(bytes).toContain("pdfuaid");
  expect(bytes).toMatch(new RegExp(`/Lang ?\\(${locale}`));
});

test("a case with more than a page holds is still four pages and says what is left out", () => {
  const about = submitted("da", largeCase());
  about.found.purpose = "ord ".repeat(1_000);
  expect(pagesOf(paperOf(about))).toBe(4);
  expect(JSON.stringify(casePaper(about))).toContain("og 30 til");
});

/** The words of a PDF, where the machine has poppler's `pdftotext`; null where it has not. */
function textOf(pdf: Buffer): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), "paper-"));
  try {
    writeFileSync(path.join(folder, "paper.pdf"), pdf);
    return execFileSync("pdftotext", ["-layout", path.join(folder, "paper.pdf"), "-"], { encoding: "utf8" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Those of the words that a text lacks. */
const missingIn = (text: string, words: readonly string[]) => words.filter((word) => !text.includes(word));

test("the pages say the verdict, the sums, the hash and what people wrote, as it was written", () => {
  const words = ["Opfylder kravet på seks år", "Hvem vinder, og hvem betaler?", "Hvad betyder mest?"];
  const said = JSON.stringify(casePaper(submitted("da")));
  expect(missingIn(said, [...words, sha256, "<svg"])).toEqual([]);
  const text = textOf(paperOf(submitted("da")));
  const written = ["Skal “#huset” & <gården> deles?", sha256, "4,3 år", "Kommunen", "4/4"];
  if (text !== null) expect(missingIn(text, [...words, ...written])).toEqual([]);
});

test("who is outside the council reads no party's money and no rents in any file", () => {
  const about = submitted("da", smallCase(), []);
  expect(about.money.isWhole).toBe(false);
  const said = JSON.stringify(casePaper(about));
  expect(missingIn(said, ["Hvad pengene går til", "Hver flytning for sig", "−1\u00a0mio. kr."])).toHaveLength(
    3,
  );
  expect(
    missingIn(JSON.stringify(casePaper(submitted("da"))), ["Hvad pengene går til", "−1\u00a0mio. kr."]),
  ).toEqual([]);
  const [, , rented, lines, flows] = numberTables(about);
  expect(rented!.rows.map((row) => row[5])).toEqual([null, null]);
  expect(lines!.rows).toEqual([]);
  expect(flows!.heads).toHaveLength(3);
});

test("the Excel file opens with a sheet a table, and its numbers are those that are reckoned", async () => {
  const about = submitted("en");
  const file = await numbersXlsx(numberTables(about));
  const economy = scenarioEconomy(about.money.inputs, about.money.scenario);
  const flows = await readSheet(file, "Year by year");
  expect(flows[0]!.slice(0, 3)).toEqual(["Year", "The city, DKK", "Discount factor"]);
  const city = flows.slice(1).map(([, kroner]) => kroner);
  expect(city).toEqual(economy.municipality.flowsOre.map((ore) => ore / 100));
  const parties = flows
    .slice(1)
    .map((row) => row.slice(3).reduce<number>((sum, one) => sum + Number(one), 0));
  parties.forEach((sum, year) => expect(sum).toBeCloseTo(Number(city[year]), 2));
  const theCase = new Map((await readSheet(file, "The case")).map(([what, value]) => [what, value]));
  expect(theCase.get("Net present value, DKK")).toBe(economy.municipality.npvOre / 100);
  expect(theCase.get("Checksum (SHA-256)")).toBe(sha256);
});

test("the Word file holds every table, with its text as it was written", async () => {
  const about = submitted("da");
  const tables = numberTables(about);
  const file = await numbersDocx({ title: "A & <B>", foot: sha256, locale: "da" }, tables);
  const document = unzip(file).get("word/document.xml")!.toString();
  expect(document.match(/<w:tbl>/g)).toHaveLength(tables.length);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
  for (const word of ["A &amp; &lt;B&gt;", sha256, "Enhed a", ...tables.map(({ title }) => title)])
    expect(document).toContain(word);
});
