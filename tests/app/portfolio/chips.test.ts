import { describe, expect, it } from "vitest";
import { formatsIn } from "#app/i18n/format.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import { chipsOf, withoutFilters } from "#app/routes/portfolio/chips.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";

const today = "2026-11-20";
const options = {
  administrations: [{ code: "BUF", name: "Børne- og Ungdomsforvaltningen" }],
  units: [],
  districts: [{ code: "4", name: "Nørrebro" }],
};

function chips(query: string) {
  const { search } = readPortfolioSearch(new URLSearchParams(query), today);
  return chipsOf({ search, query, today, options, words: portfolio.da, format: formatsIn("da") });
}

describe("the chips of active filters", () => {
  it("are none without a filter, whatever the layer and the view", () => {
    expect(chips("layer=trust&at=55.6,12.5,14&sort=area")).toEqual([]);
  });

  it("name each choice and lead to the same without it", () => {
    expect(chips("administration=BUF&district=4&district=5&layer=use")).toEqual([
      {
        key: "administration=BUF",
        label: "Børne- og Ungdomsforvaltningen",
        to: "?district=4&district=5&layer=use",
      },
      { key: "district=4", label: "Nørrebro", to: "?administration=BUF&layer=use&district=5" },
      { key: "district=5", label: "5", to: "?administration=BUF&layer=use&district=4" },
    ]);
  });

  it("say a range in one chip that removes both ends", () => {
    expect(chips("builtFrom=1900&builtTo=1950&areaFrom=1000")).toEqual([
      { key: "builtFrom,builtTo", label: "Opført 1900–1950", to: "?areaFrom=1000" },
      { key: "areaFrom,areaTo", label: "fra 1.000 m²", to: "?builtFrom=1900&builtTo=1950" },
    ]);
  });

  it("show another day, but not today", () => {
    expect(chips(`on=${today}`)).toEqual([]);
    expect(chips("on=2024-06-30").map(({ label }) => label)).toEqual(["Pr. 30.06.2024"]);
  });

  it("are all gone from an address without filters", () => {
    expect(withoutFilters("q=a&use=school&bbox=1,2,3,4&layer=trust&selected=x")).toBe(
      "?layer=trust&selected=x",
    );
  });
});
