import fc from "fast-check";
import { expect, test } from "vitest";
import {
  costAfter,
  costOfWaiting,
  usualWaitingRates,
  yearlyDamage,
} from "#domain/backlog/cost-of-waiting.ts";
import { costUncertainty, elementBacklogOre, usualOverheadRate } from "#domain/backlog/element-backlog.ts";
import {
  facilityConditionIndex,
  fciBandOf,
  usualReplacementOrePerM2,
} from "#domain/backlog/facility-condition-index.ts";
import { bypassesRanking, consequenceOf, probabilityOf, riskOf } from "#domain/backlog/priority-matrix.ts";

test("an element's backlog is quantity by share by price by index, overhead on top, rounded once", () => {
  const windows = {
    quantity: 120,
    shareToRepair: 0.3,
    unitPriceOre: 4_500_00,
    indexFactor: 1.083,
    overheadRate: usualOverheadRate,
  };
  expect(elementBacklogOre(windows)).toBe(21_930_750);
  expect(
    elementBacklogOre({
      ...windows,
      quantity: 1,
      shareToRepair: 1,
      unitPriceOre: 333,
      indexFactor: 1,
      overheadRate: 0,
    }),
  ).toBe(333);
});

test("a cost is the less certain the older its survey", () => {
  expect([0, 5, 20].map(costUncertainty)).toEqual([0.15, 0.3, expect.closeTo(0.75)]);
});

test("the index is a share of what it would cost to build anew, in bands of 5, 10 and 30 percent", () => {
  const replacementOre = 1_000 * usualReplacementOrePerM2;
  expect(facilityConditionIndex({ deferredOre: 2_200_000_00, replacementOre })).toBe(0.1);
  expect(facilityConditionIndex({ deferredOre: 1, replacementOre: 0 })).toBeNull();
  expect([0, 0.05, 0.0999, 0.1, 0.3].map((index) => fciBandOf(index))).toEqual([
    "good",
    "fair",
    "fair",
    "poor",
    "critical",
  ]);
});

test("waiting a year with a work in condition 6 costs its growth, less interest, and the damage one must expect", () => {
  const work = { costOre: 100_000_00, condition: 6, consequence: 4 } as const;
  expect(costAfter(work, 1)).toBeCloseTo(109_000_00);
  expect(yearlyDamage(work)).toBeCloseTo(24_000_00);
  expect(costOfWaiting(work, 1)).toBeCloseTo(109_000_00 / 1.035 - 100_000_00 + 24_000_00 / 1.035, 4);
});

test("not waiting costs nothing, and what is dear to leave is dearer the longer and the worse", () => {
  const work = fc.record({
    costOre: fc.integer({ min: 1, max: 1e10 }),
    condition: fc.constantFrom(5 as const, 6 as const),
    consequence: fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5>,
  });
  fc.assert(
    fc.property(work, fc.integer({ min: 0, max: 20 }), (asked, years) => {
      expect(costOfWaiting(asked, 0)).toBe(0);
      expect(costOfWaiting(asked, years + 1)).toBeGreaterThan(costOfWaiting(asked, years));
    }),
  );
  expect(usualWaitingRates.growth(3)).toBe(0);
});

test("priority is the worst consequence by the probability that condition gives", () => {
  expect(consequenceOf({ heritage: 2, operation: 4 })).toBe(4);
  expect(consequenceOf({})).toBe(1);
  expect([1, 2, 3, 4, 5, 6].map((condition) => probabilityOf(condition as 1))).toEqual([1, 1, 2, 3, 4, 5]);
  expect(riskOf(5, 5)).toBe(25);
});

test("what an authority demands and what threatens life is not ranked at all", () => {
  expect(bypassesRanking({ authority: 5 })).toBe(true);
  expect(bypassesRanking({ safety: 5, damage: 1 })).toBe(true);
  expect(bypassesRanking({ damage: 5 })).toBe(false);
});
