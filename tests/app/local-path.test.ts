import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localPathOr } from "#app/http/local-path.ts";

describe("a redirect target stays on this site", () => {
  it.each(["/", "/buildings", "/buildings?q=skole&on=2024-06-30", "/a/b#c", "/?to=//evil.example"])(
    "keeps %s",
    (target) => {
      expect(localPathOr(target, "/fallback")).toBe(target);
    },
  );

  it.each([
    ["another host", "//evil.example"],
    ["another host behind a backslash", "/\\evil.example"],
    ["another host behind a dot", "/.//evil.example"],
    ["another host behind a step up", "/a/..//evil.example"],
    ["an absolute address", "https://evil.example/"],
    ["a script", "javascript:alert(1)"],
    ["a relative path", "buildings"],
    ["a tab that a browser would drop", "/\t/evil.example"],
    ["a line end that would write a header", "/a\r\nSet-Cookie: b=c"],
    ["nothing", ""],
    ["null", null],
    ["a file", new Blob()],
  ])("refuses %s", (_, target) => {
    expect(localPathOr(target, "/fallback")).toBe("/fallback");
  });

  it("never leaves the site, whatever is asked for", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "//",
      "@",
      ":",
      "?",
      "#",
      "%2f",
      "\t",
      "evil.example",
      "http:",
    );
    const target = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => `/${pieces.join("")}`),
    );
    fc.assert(
      fc.property(target, (text) => {
        const answer = localPathOr(text, "/fallback");
        expect(new URL(answer, "https://here.example").origin).toBe("https://here.example");
        expect(answer.startsWith("//")).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
