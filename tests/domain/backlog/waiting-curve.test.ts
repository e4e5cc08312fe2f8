import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { usualWaitingRates } from "#domain/backlog/cost-of-waiting.ts";
import {
  costOfDoingNothing,
  waitingCurve,
  waitingRatesOf,
  type WaitingClass,
} from "#domain/backlog/waiting-curve.ts";
import { grades } from "#domain/backlog/priority-matrix.ts";
import { conditions } from "#domain/portfolio-row.ts";

const rates = usualWaitingRates;
const work: fc.Arbitrary<WaitingClass> = fc.record({
  costOre: fc.integer({ min: 0, max: 1_000_000_000 }),
  condition: fc.constantFrom(...conditions),
  consequence: fc.constantFrom(...grades),
});
const works = fc.array(work, { maxLength: 12 });
const years = fc.integer({ min: 0, max: 20 });
const budget = fc.integer({ min: 0, max: 2_000_000_000 });

const last = (points: ReturnType<typeof waitingCurve>) => points.at(-1)!;

describe("the curve of a backlog that waits", () => {
  test("begins at what it would cost today, with nothing spent, damaged or lost", () =>
    fc.assert(
      fc.property(works, budget, (some, yearly) => {
        const today = some.reduce((sum, { costOre }) => sum + costOre, 0);
        expect(waitingCurve(some, 0, yearly, rates)).toEqual([
          { year: 0, leftOre: today, spentOre: 0, damageOre: 0, waitingOre: 0 },
        ]);
        expect(Math.abs(costOfDoingNothing(some, 0, rates))).toBeLessThan(1e-3);
      }),
    ));

  test("doing nothing costs what each work's waiting costs, together", () =>
    fc.assert(
      fc.property(works, years, (some, wait) => {
        const { waitingOre, spentOre } = last(waitingCurve(some, wait, 0, rates));
        expect(spentOre).toBe(0);
        const due = costOfDoingNothing(some, wait, rates);
        expect(Math.abs(waitingOre - due)).toBeLessThanOrEqual(1 + Math.abs(due) * 1e-9);
      }),
    ));

  test("a larger budget never leaves more, does no more damage and never spends beyond itself", () =>
    fc.assert(
      fc.property(works, years, budget, budget, (some, wait, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const [less, more] = [waitingCurve(some, wait, small, rates), waitingCurve(some, wait, large, rates)];
        more.forEach((point, year) => {
          expect(point.leftOre).toBeLessThanOrEqual(less[year]!.leftOre * (1 + 1e-9) + 1);
          expect(point.damageOre).toBeLessThanOrEqual(less[year]!.damageOre * (1 + 1e-9) + 1);
          expect(point.spentOre).toBeLessThanOrEqual(large * year * (1 + 1e-9) + 1);
        });
      }),
    ));

  test("spends first where a krone saves most", () => {
    const two: WaitingClass[] = [
      { costOre: 100, condition: 4, consequence: 1 },
      { costOre: 100, condition: 6, consequence: 5 },
    ];
    const [, after] = waitingCurve(two, 1, 109, rates);
    expect(after!.leftOre).toBeCloseTo(103, 9);
    expect(after!.damageOre).toBeCloseTo((100 * 0.01 + 100 * 0.06 * 5) / 1.035, 9);
  });

  test("goes by the rates of the day, and what is only fair does not grow", () => {
    const { growth, damageChance, discount } = waitingRatesOf({ growth6: 0.2, discountRate: 0.01 });
    expect([growth(6), growth(5), growth(3), damageChance(4), discount]).toEqual([0.2, 0.06, 0, 0.01, 0.01]);
  });
});
