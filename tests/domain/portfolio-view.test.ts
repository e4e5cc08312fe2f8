import { describe, expect, it } from "vitest";
import { readPortfolioView } from "#domain/portfolio-view.ts";

const read = (query: string) => readPortfolioView(new URLSearchParams(query));

describe("the view in an address", () => {
  it("is the use, by name, with nothing chosen, where the address says nothing", () => {
    expect(read("")).toEqual({ layer: "use", sort: "name", order: "asc", selected: null });
  });

  it("is what the address says", () => {
    const id = "01a1f640-bc00-77dd-8612-aa708d0d0c31";
    expect(read(`layer=trust&sort=area&order=desc&selected=${id}`)).toEqual({
      ...{ layer: "trust", sort: "area", order: "desc", selected: id },
    });
  });

  it("falls back, field by field, where the address says nonsense", () => {
    expect(read("layer=gold&sort=area&order=up&selected=42")).toEqual({
      ...{ layer: "use", sort: "area", order: "asc", selected: null },
    });
  });
});
