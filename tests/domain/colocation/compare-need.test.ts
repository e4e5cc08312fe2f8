import fc from "fast-check";
import { expect, test } from "vitest";
import { compareNeed, type ComparedNeed, type NeedWay } from "#domain/colocation/needs/compare-need.ts";
import { NeedForm, PlanForm } from "#domain/colocation/needs/need-form.ts";
import { house, id } from "./small-candidates.ts";

const on = "2026-11-20";
const need = (given: Partial<ComparedNeed> = {}): ComparedNeed => ({
  ...{ unitKind: "office", district: "1", areaM2: 500, neededFrom: "2028-01-01", years: 10, ...given },
});
const offices = [
  house(1, { useGroup: "administration", vacantM2: 600 }),
  house(2, { useGroup: "administration", vacantM2: 600, district: "2", condition: 5 }),
  house(3, { useGroup: "socialHealth", vacantM2: 600 }),
  house(4, { useGroup: "daycare", vacantM2: 600 }),
  house(5, { useGroup: "administration", vacantM2: 400 }),
];
const one = (way: NeedWay, given: Partial<ComparedNeed> = {}) =>
  compareNeed(need(given), offices, on).find((option) => option.way === way)!;

test("a need is compared over space that fits, a lease and a new house, the cheapest over its years first", () => {
  const options = compareNeed(need(), offices, on);
  expect(options.map(({ way }) => way).sort()).toEqual([
    "build",
    "existing",
    "existing",
    "existing",
    "lease",
  ]);
  const present = options.map(({ presentOre }) => presentOre);
  expect(present).toEqual([...present].sort((a, b) => a - b));
  // The right place and a sound house fit best; conversion and distance cost points.
  expect(options.filter(({ way }) => way === "existing").map(({ house: at, fit }) => [at!.id, fit])).toEqual(
    expect.arrayContaining([
      [id(1), 100],
      [id(2), 60],
      [id(3), 80],
    ]),
  );
});

test("a new house of 500 m² costs 22,000 a m² in the prices of 2013, with a margin; what is left of it counts back", () => {
  const level = 1.02 ** 13;
  const { onceOre } = one("build");
  const moving = (500 * 6_000_00 * level) / 27.5;
  expect(onceOre).toBe(Math.round(500 * 22_000_00 * level * 1.15 + moving));
  const short = one("build", { years: 1 });
  // After one year the house is still worth 99 of 100.
  expect(short.presentOre).toBeLessThan(onceOre * 0.12);
});

test("what takes longer than there is time is not in time, and what may is perhaps", () => {
  expect([one("existing").isInTime, one("lease").isInTime, one("build").isInTime]).toEqual([
    "yes",
    "yes",
    "no",
  ]);
  expect(one("lease", { neededFrom: "2027-07-01" }).isInTime).toBe("perhaps");
  expect(one("build", { neededFrom: "2029-09-01" }).isInTime).toBe("perhaps");
});

test("longer needs never cost less by a lease, and every option has its figures", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 9_000 }), (years, areaM2) => {
      const [now, later] = [one("lease", { years, areaM2 }), one("lease", { years: years + 1, areaM2 })];
      expect(later.presentOre).toBeGreaterThan(now.presentOre);
      for (const option of compareNeed(need({ years, areaM2 }), offices, on)) {
        expect(Number.isSafeInteger(option.presentOre)).toBe(true);
        expect(option.fit).toBeGreaterThanOrEqual(0);
        expect(option.fit).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: 60 },
  );
});

test("forms read numbers as people write them, and name the field that is wrong", () => {
  const plan = {
    administrationId: id(1),
    districtId: "",
    kind: "children",
    year: "2030",
    quantity: "120",
    source: "BUF",
  };
  expect(PlanForm.parse(plan)).toMatchObject({ districtId: null, year: 2030, quantity: 120 });
  const faults = (form: typeof PlanForm | typeof NeedForm, given: object) => [
    ...new Set(form.safeParse(given).error?.issues.map(({ message }) => message)),
  ];
  expect(faults(PlanForm, { ...plan, quantity: "-3" })).toEqual(["quantity"]);
  expect(faults(PlanForm, { ...plan, quantity: "1,5", year: "tre" })).toEqual(["year", "quantity"]);
  const asked = {
    administrationId: id(1),
    name: "Kontor",
    unitKind: "office",
    areaM2: "1.250,5",
    neededFrom: "2030-01-01",
    years: "10",
  };
  expect(NeedForm.parse(asked)).toMatchObject({ areaM2: 1250.5, years: 10, note: null, districtId: null });
  expect(faults(NeedForm, { ...asked, areaM2: "0", neededFrom: "2030-02-31", years: "101" })).toEqual([
    "areaM2",
    "neededFrom",
    "years",
  ]);
});
