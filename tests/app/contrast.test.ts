import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/styles/app.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
);

/** Relative luminance as WCAG 2.2 defines it, 0 (black) to 1 (white). */
function luminance(name: string): number {
  const hex = tokens.get(name);
  if (!hex) throw new Error(`No colour token named ${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = ["surface", "canvas", "sunken"];
const on = (backgrounds: string[], ...inks: string[]) =>
  backgrounds.flatMap((back) => inks.map((ink) => [ink, back]));

describe("colours can be told apart (WCAG 2.2 AA)", () => {
  const texts = [
    ...on([...light, "blue-tint"], "ink", "ink-soft", "blue", "blue-deep"),
    ...on(light, "accent", "good", "attention", "bad"),
    ...on(["navy", "navy-raised"], "navy-ink", "white"),
    ...on(["blue", "blue-deep", "accent", "accent-deep", "bad", "good"], "white"),
    ...["good", "attention", "bad", "accent"].flatMap((tone) => on([`${tone}-tint`], tone, "ink")),
  ];
  it.each(texts)("text in %s on %s reaches 4.5", (ink, back) => {
    expect(contrast(ink!, back!)).toBeGreaterThanOrEqual(4.5);
  });

  const marks = [...on(light, "line-strong", "blue", "accent"), ...on(["navy", "navy-raised"], "white")];
  it.each(marks)("a border, focus ring or mark in %s on %s reaches 3", (mark, back) => {
    expect(contrast(mark!, back!)).toBeGreaterThanOrEqual(3);
  });

  it("measures black on white as 21 and a colour on itself as 1", () => {
    tokens.set("black", "#000000");
    expect(contrast("black", "white")).toBeCloseTo(21);
    expect(contrast("blue", "blue")).toBe(1);
  });

  it("offers no colour outside the palette", () => {
    expect(css).toContain("--color-*: initial;");
  });
});
