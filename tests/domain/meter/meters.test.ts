import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctHeat, correctedHeat, stillHeat } from "#domain/meter/correct-heat.ts";
import { readReading } from "#domain/meter/meter-reading.ts";
import { monthAfter, monthsBefore, type DegreeMonth, type MonthAmount } from "#domain/meter/meter.ts";
import { isOutlier, judgeHouses, type MeteredHouse } from "#domain/meter/metered-house.ts";
import { median, oddMonths } from "#domain/meter/odd-months.ts";
import { amongPeers } from "#domain/meter/peers.ts";

const degree = (month: string, degreeDays: number, normalDegreeDays: number): DegreeMonth => ({
  ...{ month, degreeDays, normalDegreeDays },
});
const byMonth = (all: DegreeMonth[]) => new Map(all.map((one) => [one.month, one]));
const amounts = (first: string, values: number[]): MonthAmount[] =>
  values.map((amount, at) => ({ month: monthAfter(first, at), amount }));

test("months are counted over the turn of the year, both ways", () => {
  expect(monthAfter("2026-11", 3)).toBe("2027-02");
  expect(monthAfter("2026-01", -1)).toBe("2025-12");
  expect(monthsBefore("2026-02", 3)).toEqual(["2025-11", "2025-12", "2026-01"]);
});

describe("Heat corrected for degree days", () => {
  test("multiplies what depends on the weather by normal over actual, and leaves the rest", () =>
    expect(correctHeat({ month: "2026-01", amount: 110 }, degree("2026-01", 400, 500), 10)).toBe(135));

  test("leaves a mild month as it was measured, and says nothing of a month nobody has told the cold of", () => {
    expect(correctHeat({ month: "2026-07", amount: 12 }, degree("2026-07", 5, 7), 10)).toBe(12);
    expect(correctHeat({ month: "2026-01", amount: 12 }, undefined, 10)).toBeNull();
    expect(correctedHeat([{ month: "2026-01", amount: 12 }], new Map())).toEqual([
      { month: "2026-01", amount: 12 },
    ]);
  });

  test("finds what does not depend on the weather in mild months, or takes a usual share", () => {
    const months = amounts("2026-06", [10, 14, 100]);
    const degrees = byMonth([
      degree("2026-06", 20, 25),
      degree("2026-07", 5, 7),
      degree("2026-08", 300, 300),
    ]);
    expect(stillHeat(months, degrees)).toBe(12);
    expect(stillHeat(months, new Map())).toBeCloseTo(124 / 12, 9);
    expect(stillHeat([], degrees)).toBe(0);
  });

  test("a normal month stays as it is, whatever was measured; a colder one never grows", () =>
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.integer({ min: 60, max: 900 }), (amount, still, cold) => {
        const month = "2026-01";
        expect(correctHeat({ month, amount }, degree(month, cold, cold), still)).toBeCloseTo(amount, 6);
        expect(correctHeat({ month, amount }, degree(month, cold, cold - 10), still)).toBeLessThanOrEqual(
          amount + 1e-6,
        );
      }),
    ));
});

describe("Odd months", () => {
  const steady = (last: number) => amounts("2023-11", [...Array.from({ length: 35 }, () => 100), last]);

  test("are those that differ by more than 40 % from the same month of other years", () => {
    expect(oddMonths(steady(190), 12)).toEqual([
      { month: "2026-10", kind: "high", expected: 100, offBy: 0.9 },
    ]);
    expect(oddMonths(steady(0), 12)).toEqual([{ month: "2026-10", kind: "low", expected: 100, offBy: -1 }]);
    expect(oddMonths(steady(139), 12)).toEqual([]);
  });

  test("and those that are missing; a month with one other year to hold it against is not judged", () => {
    const holed = steady(100).filter(({ month }) => month !== "2026-03");
    expect(oddMonths(holed, 12)).toEqual([
      { month: "2026-03", kind: "missing", expected: null, offBy: null },
    ]);
    expect(oddMonths(amounts("2024-11", [...Array.from({ length: 23 }, () => 100), 900]), 12)).toEqual([]);
    expect(oddMonths([], 12)).toEqual([]);
  });

  test("not those that are small beside the house's mean month", () => {
    const july = steady(100).map((one) => (one.month.endsWith("-07") ? { ...one, amount: 2 } : one));
    const twice = july.map((one) => (one.month === "2026-07" ? { ...one, amount: 6 } : one));
    expect(oddMonths(twice, 12)).toEqual([]);
  });

  test("the middle of values is the mean of two where they are even", () =>
    expect(median([1, 9, 2, 4])).toBe(3));
});

describe("Among peers", () => {
  const usual = [90, 95, 98, 100, 101, 104, 108, 112];

  test("who takes far more or far less than houses of the same use is flagged, on a scale of ratios", () => {
    const judged = amongPeers([...usual, 900, 9]).map(({ peers }) => peers);
    expect(judged).toEqual([...usual.map(() => "within"), "high", "low"]);
    expect(amongPeers(usual.slice(0, 7)).every(({ peers }) => peers === null)).toBe(true);
    expect(amongPeers([...usual, 0]).at(-1)!.peers).toBeNull();
  });

  test("the unit does not matter: kWh or MWh, the same are flagged", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 8, maxLength: 30 }),
        fc.constantFrom(0.001, 0.5, 1000),
        (values, factor) => {
          const judged = (all: number[]) => amongPeers(all).map(({ peers }) => peers);
          expect(judged(values.map((one) => one * factor))).toEqual(judged(values));
        },
      ),
    ));
});

test("houses are judged by their last twelve months a m²; a house that lacks one has no year, and is flagged for it", () => {
  const house = (id: string, monthly: number): MeteredHouse => ({
    ...{ buildingId: id, name: id, useGroup: "school", areaM2: 1_200, kind: "electricity" },
    months: amounts(
      "2024-11",
      Array.from({ length: 24 }, () => monthly),
    ),
  });
  const all = Array.from({ length: 9 }, (_, at) => house(`h${at}`, 100 + at));
  const greedy = house("greedy", 900);
  const holed = {
    ...house("holed", 100),
    months: house("holed", 100).months.filter(({ month }) => month !== "2026-05"),
  };
  const judged = judgeHouses([...all, greedy, holed], new Map(), "2026-11");
  expect(judged[0]).toMatchObject({ year: 1_200, yearBefore: 1_200, perM2: 1, peers: "within", odd: [] });
  expect(judged.find(({ name }) => name === "greedy")).toMatchObject({ perM2: 9, peers: "high" });
  const lacking = judged.find(({ name }) => name === "holed")!;
  expect([lacking.year, lacking.peers, lacking.odd.map(({ kind }) => kind)]).toEqual([
    null,
    null,
    ["missing"],
  ]);
  expect(judged.filter(isOutlier).map(({ name }) => name)).toEqual(["greedy", "holed"]);
});

test.each([
  [{ meter: " ", month: "2026-10", amount: 1 }, "meter"],
  [{ meter: "E".repeat(61), month: "2026-10", amount: 1 }, "meter"],
  [{ meter: "E", month: "2026-11", amount: 1 }, "month"],
  [{ meter: "E", month: "2026-13", amount: 1 }, "month"],
  [{ meter: "E", month: "okt", amount: 1 }, "month"],
  [{ meter: "E", month: "2026-10", amount: -3 }, "amount"],
  [{ meter: "E", month: "2026-10", amount: Number.NaN }, "amount"],
  [{ meter: "E", month: "2026-10", amount: "12" }, "amount"],
  [null, "meter"],
])("a reading of %o is refused by its %s", (item, reason) =>
  expect(readReading(item, "2026-11-28")).toEqual({ ok: false, reason }),
);
