import { describe, expect, it } from "vitest";
import { asksTheSame, carriedAlong, filterQuery, withParams } from "#app/routes/portfolio/portfolio-url.ts";

const params = (query: string) => new URLSearchParams(query);

describe("the address of the map page", () => {
  it("loses its place in the list when anything else changes", () => {
    expect(withParams("q=skole&cursor=abc", { layer: "trust" })).toBe("?q=skole&layer=trust");
  });

  it("leaves empty fields of a form out", () => {
    expect(withParams("q=&builtFrom=&use=school", {})).toBe("?use=school");
  });

  it("keeps commas and semicolons readable", () => {
    expect(withParams("", { ring: "12.5,55.6;12.6,55.6;12.6,55.7" })).toBe(
      "?ring=12.5,55.6;12.6,55.6;12.6,55.7",
    );
  });

  it("escapes what would be read as another parameter", () => {
    expect(params(withParams("", { q: "a&b=c #1" }).slice(1)).get("q")).toBe("a&b=c #1");
  });

  it("asks the server nothing for a pan, a colour, a selection or another view", () => {
    expect(asksTheSame(params("q=a&at=1,2,3&layer=use"), params("at=4,5,6&selected=x&q=a&show=list"))).toBe(
      true,
    );
  });

  it("asks the server again for a filter, an order or another extent", () => {
    expect(asksTheSame(params("q=a"), params("q=b"))).toBe(false);
    expect(asksTheSame(params(""), params("sort=area"))).toBe(false);
    expect(asksTheSame(params("bbox=1,2,3,4"), params("bbox=1,2,3,5"))).toBe(false);
  });

  it("gives equal filters equal texts, whatever else and whatever order they came in", () => {
    expect(filterQuery("use=school&at=1,2,3&q=a")).toBe(filterQuery("q=a&use=school&sort=area"));
    expect(filterQuery("q=a&bbox=1,2,3,4", ["bbox"])).toBe("q=a");
  });

  it("carries the layer and the order along in a form, but neither filters nor the place in the list", () => {
    expect(carriedAlong("q=a&layer=trust&sort=area&cursor=x")).toEqual([
      ["layer", "trust"],
      ["sort", "area"],
    ]);
  });
});
