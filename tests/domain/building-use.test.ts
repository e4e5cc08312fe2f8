import { describe, expect, test } from "vitest";
import { codeNameOf } from "#domain/building-codes.ts";
import { buildingUseOf, buildingUses } from "#domain/building-use.ts";
import { useGroups } from "#domain/portfolio-row.ts";

describe("BBR's building uses", () => {
  test("know a school by its present and by its phased-out code", () => {
    expect(buildingUseOf("421")).toMatchObject({
      nameDa: "Grundskole",
      useGroup: "school",
      isPhasedOut: false,
    });
    expect(buildingUseOf("420")).toMatchObject({ useGroup: "school", isPhasedOut: true });
    expect(buildingUseOf("000")).toBeNull();
  });

  test("have each code once, a name in both languages and one of the seven groups", () => {
    expect(new Set(buildingUses.map(({ code }) => code)).size).toBe(buildingUses.length);
    expect(buildingUses.filter(({ nameDa, nameEn }) => !nameDa || !nameEn)).toEqual([]);
    expect(new Set(buildingUses.map(({ useGroup }) => useGroup))).toEqual(new Set(useGroups));
    expect(buildingUses.filter(({ isPhasedOut }) => isPhasedOut)).toHaveLength(16);
  });

  test("stand beside the other code lists", () => {
    expect(codeNameOf("walls", "1")).toEqual({ code: "1", nameDa: "Mursten", nameEn: "Brick" });
    expect(codeNameOf("walls", null)).toBeNull();
  });
});
