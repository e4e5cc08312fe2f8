import { expect, test } from "vitest";
import { typeset } from "#app/server/pdf/typeset.server.ts";
import { sfntOf } from "#app/server/pdf/woff-font.ts";

const template = `#let data = json("data.json")
#set document(title: data.title)
#set text(lang: "da", font: "IBM Plex Sans")
= #data.title
#data.text`;
const now = new Date("2026-11-28T12:00:00Z");
const set = (text: string) => typeset(template, { title: "Opsigelse", text }, now);

test("a template and its data become a tagged PDF in Danish, with the portal's own typeface", () => {
  const pdf = set("Æblehaven på Øster Allé, 1.200 m²").toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).toContain("pdfuaid");
  expect(pdf).toMatch(/\/Lang ?\(da/);
  expect(pdf).toContain("IBMPlexSans");
});

test("the same text is the same file", () => expect(set("a").equals(set("a"))).toBe(true));

test("what people write is text, whatever it looks like to the typesetter", () => {
  for (const text of [
    "#panic(1)",
    "*fed* _skrå_",
    '$x^2$ \\ #read("/etc/passwd")',
    "= Ikke en overskrift",
    "]{",
    "@a",
  ])
    expect(set(text).length).toBeGreaterThan(1_000);
});

test("a template that cannot be set says why", () =>
  expect(() => typeset("#nothing-of-the-kind", {}, now)).toThrow(/nothing-of-the-kind|unknown variable/));

test("what is no font is refused", () => expect(() => sfntOf(Buffer.from("not a font"))).toThrow(RangeError));
