import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { generateDemo } from "#db/demo/generate-demo.ts";
import type { DemoPortfolio } from "#db/demo/rows.ts";
import { buildingUseOf } from "#domain/building-use.ts";
import { useGroups } from "#domain/portfolio-row.ts";

const options = { seed: 2013, loadDay: "2026-11-20" };
const demo = generateDemo(options);

/** Others are made once each: it takes seconds. */
const made = new Map<string, DemoPortfolio>();
function demoOf(other: { seed?: number; loadDay?: string }): DemoPortfolio {
  const wanted = { ...options, ...other };
  const key = JSON.stringify(wanted);
  const rows = key === JSON.stringify(options) ? demo : (made.get(key) ?? generateDemo(wanted));
  made.set(key, rows);
  return rows;
}

const hashOf = (rows: DemoPortfolio) => createHash("sha256").update(JSON.stringify(rows)).digest("hex");

const owned = demo.buildingVersion.filter(
  (version) => version.tenure === "owned" && version.validTo === null,
);
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const shareOf = <T>(all: T[], isCounted: (one: T) => boolean) =>
  (100 * all.filter(isCounted).length) / all.length;
const medianOf = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

describe("The demo generator", () => {
  test("makes the same rows, ids included, from the same seed and load day", () => {
    expect(hashOf(generateDemo(options))).toBe(hashOf(demo));
  });

  test("makes other rows from another seed or load day, with the same totals", () => {
    for (const other of [demoOf({ seed: 2014 }), demoOf({ loadDay: "2028-02-29" })]) {
      expect(hashOf(other)).not.toBe(hashOf(demo));
      const versions = other.buildingVersion.filter(
        ({ tenure, validTo }) => tenure === "owned" && validTo === null,
      );
      expect(versions.length).toBe(2_000);
      expect(sum(versions.map(({ heldAreaM2 }) => heldAreaM2))).toBe(2_200_000);
      expect(other.survey.map(({ surveyedOn }) => surveyedOn).sort()[0]).toMatch(/^2006/);
    }
  }, 120_000);

  test("has the buildings of the load day bear the whole of last year's maintenance, whenever it is loaded", () => {
    for (const loadDay of ["2026-11-20", "2026-11-21", "2028-02-29"]) {
      const other = demoOf({ loadDay });
      const standing = new Set(
        other.buildingVersion.flatMap(({ validTo, buildingId }) => (validTo === null ? [buildingId] : [])),
      );
      const lastYear = String(Number(loadDay.slice(0, 4)) - 1);
      const entries = other.maintenanceEntry.filter(
        ({ bookedOn, buildingId }) => bookedOn.startsWith(lastYear) && standing.has(buildingId),
      );
      expect([loadDay, sum(entries.map(({ amountOre }) => amountOre))]).toEqual([loadDay, 23_490_000_000]);
    }
  }, 120_000);

  test("gives every row an id of its own, shaped as UUIDv7", () => {
    const rows = Object.values(demo).flat() as { id?: string }[];
    const ids = rows.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toEqual([]);
  });

  test("dates nothing that has happened after the load day", () => {
    const later = Object.entries(demo).flatMap(([table, rows]) =>
      (rows as { validFrom?: string; surveyedOn?: string; bookedOn?: string }[]).filter(
        (row) =>
          [row.validFrom, row.surveyedOn, row.bookedOn].some((day) => day && day > options.loadDay) && table,
      ),
    );
    expect(later).toEqual([]);
  });

  test("marks every invented name", () => {
    const names = [...demo.unit, ...demo.building].map(({ name }) => name);
    expect(names.filter((name) => !name.endsWith("(fiktiv)"))).toEqual([]);
    expect(
      demo.contract.filter(
        ({ counterparty }) => counterparty !== null && !counterparty.startsWith("Fiktiv "),
      ),
    ).toEqual([]);
    expect(new Set(demo.unit.map(({ name }) => name)).size).toBe(demo.unit.length);
  });
});

describe("The owned buildings of the demo are spread as the city's", () => {
  const expectedShares = {
    school: 35,
    daycare: 14,
    sportCulture: 14,
    socialHealth: 13,
    administration: 9,
    housingCommercial: 6,
    other: 9,
  };

  test.each(useGroups)("m² of %s", (group) => {
    const area = sum(
      owned.filter(({ useCode }) => buildingUseOf(useCode)?.useGroup === group).map((one) => one.heldAreaM2),
    );
    expect(Math.abs((100 * area) / 2_200_000 - expectedShares[group])).toBeLessThan(2);
  });

  test.each([
    ["before 1901", 0, 1900, 15],
    ["1901–1940", 1901, 1940, 30],
    ["1941–1970", 1941, 1970, 27],
    ["1971–1999", 1971, 1999, 18],
    ["later", 2000, 2100, 10],
  ] as const)("built %s", (_, from, to, share) => {
    expect(
      Math.abs(shareOf(owned, ({ builtYear }) => builtYear >= from && builtYear <= to) - share),
    ).toBeLessThan(2);
  });

  test.each([8, 22, 33, 22, 11, 4].map((share, index) => [index + 1, share] as const))(
    "condition %i",
    (condition, share) => {
      const latest = new Map<string, { surveyedOn: string; condition: number }>();
      for (const survey of demo.survey)
        if (survey.surveyedOn > (latest.get(survey.buildingId)?.surveyedOn ?? ""))
          latest.set(survey.buildingId, survey);
      const observed = owned.map(({ buildingId }) => latest.get(buildingId)!.condition);
      expect(Math.abs(shareOf(observed, (one) => one === condition) - share)).toBeLessThan(2);
    },
  );

  test.each([
    ["school blocks", ["420", "421", "429"], 1_800],
    ["daycare", ["440", "441"], 550],
    ["administration", ["320", "321", "329"], 1_600],
    ["sheds", ["910", "920", "930", "940", "950"], 60],
  ] as const)("median size of %s", (_, codes, medianM2) => {
    const areas = owned
      .filter(({ useCode }) => (codes as readonly string[]).includes(useCode))
      .map((one) => one.grossAreaM2);
    expect(medianOf(areas) / medianM2).toBeGreaterThan(0.8);
    expect(medianOf(areas) / medianM2).toBeLessThan(1.25);
  });

  test("internal rents lie between 450 and 900 kr a m², and one running contract in ten ends within two years", () => {
    const running = demo.contract.filter(({ validTo }) => validTo === null || validTo > options.loadDay);
    const soon = shareOf(running, ({ validTo }) => validTo !== null && validTo <= "2028-11-20");
    expect(Math.abs(soon - 10)).toBeLessThan(2);
    const areas = new Map(demo.space.map(({ id, areaM2 }) => [id, areaM2]));
    const let_ = new Map<string, number>();
    for (const { contractId, spaceId, validTo } of demo.tenancy)
      if (validTo === null) let_.set(contractId, (let_.get(contractId) ?? 0) + areas.get(spaceId)!);
    const rents = running
      .filter(({ kind }) => kind === "internal")
      .map(({ id, annualRentOre }) => annualRentOre / 100 / let_.get(id)!);
    expect(Math.min(...rents)).toBeGreaterThan(449);
    expect(Math.max(...rents)).toBeLessThan(901);
  });
});
