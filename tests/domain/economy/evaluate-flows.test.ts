import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demandedPaybackYears, evaluateFlows } from "#domain/economy/evaluate-flows.ts";
import { internalRates } from "#domain/economy/internal-rates.ts";
import { netPresentValue } from "#domain/economy/net-present-value.ts";
import { discountFactors, rateScheduleOn } from "#domain/economy/rate-schedule.ts";

/* The worked numbers of docs/economy.md, as a spreadsheet gives them. */

const every = (years: number, amount: number): number[] => new Array<number>(years).fill(amount);
const flat = (rate: number) => [{ fromYear: 0, rate }];
const of2021 = rateScheduleOn("2026-11-20").steps;
const of2013 = rateScheduleOn("2013-06-01").steps;

describe("Flows of which a spreadsheet says the same", () => {
  test("150,000 a year for ten years after 1,000,000: worth it, but not within six years", () => {
    const said = evaluateFlows([-1_000_000, ...every(10, 150_000)], flat(0.035));
    expect(said).toMatchObject({ npvOre: 247_491, verdict: "worthOverLife" });
    expect(said.irr).toHaveLength(1);
    expect(said.irr[0]).toBeCloseTo(0.081441656464, 11);
    expect(said.paybackYears).toBeCloseTo(6 + 2 / 3, 12);
    expect(said.discountedPaybackYears).toBeCloseTo(7.727040142706, 10);
  });

  test("200,000 a year for ten years after 1,000,000 meets the demand", () => {
    const said = evaluateFlows([-1_000_000, ...every(10, 200_000)], flat(0.04));
    expect(said).toMatchObject({ npvOre: 622_179, paybackYears: 5, verdict: "meetsDemand" });
    expect(said.irr[0]).toBeCloseTo(0.150984144771, 11);
    expect(said.discountedPaybackYears).toBeCloseTo(5.69361963008, 10);
  });

  test("500,000 a year for forty years after 10,000,000 is worth it by the rates of 2021 and not by those of 2013", () => {
    const flows = [-10_000_000, ...every(40, 500_000)];
    expect(evaluateFlows(flows, of2021)).toMatchObject({ npvOre: 697_151, verdict: "worthOverLife" });
    expect(evaluateFlows(flows, of2013)).toMatchObject({ npvOre: -87_409, verdict: "negative" });
    expect(internalRates(flows)[0]).toBeCloseTo(0.039302130248, 11);
  });

  test("400,000 a year for a building's life of a hundred after 12,000,000", () => {
    expect(evaluateFlows([-12_000_000, ...every(100, 400_000)], of2021)).toMatchObject({
      ...{ npvOre: -8_275, paybackYears: 30, discountedPaybackYears: null },
    });
  });

  test("flows that change sign oftener have several internal rates, or none", () => {
    const twice = internalRates([-100, 230, -132]);
    expect(twice[0]).toBeCloseTo(0.1, 12);
    expect(twice[1]).toBeCloseTo(0.2, 12);
    const pump = internalRates([-1_600, 10_000, -10_000]);
    expect(pump[0]).toBeCloseTo(0.25, 12);
    expect(pump[1]).toBeCloseTo(4, 12);
    expect(internalRates([100, -220, 121])).toEqual([expect.closeTo(0.1, 6)]);
    expect(internalRates([10, -10, 10])).toEqual([]);
    const uneven = [-500_000, -100_000, 180_000, 220_000, 260_000, -40_000, 150_000];
    expect(internalRates(uneven)[0]).toBeCloseTo(0.077107691345, 11);
    expect(evaluateFlows(uneven, flat(0.05)).npvOre).toBe(52_565);
  });

  test("a rate below zero is found where less comes back than was paid", () => {
    expect(internalRates([-100, 0, 81])[0]).toBeCloseTo(-0.1, 12);
    expect(internalRates([-100, 50, 50])[0]).toBeCloseTo(0, 12);
  });

  test("nothing paid and nothing earned has no rate, nothing to pay back and nothing to judge", () => {
    expect(evaluateFlows([0, 0, 0], flat(0.035))).toEqual({
      ...{ npvOre: 0, irr: [], paybackYears: null, discountedPaybackYears: null, verdict: "unchanged" },
    });
    expect(evaluateFlows([-5], flat(0.035))).toMatchObject({ paybackYears: null, verdict: "negative" });
  });

  test("money that came back soon and was lost again later has not met the demand", () => {
    expect(evaluateFlows([-100, 120, -50], flat(0)).verdict).toBe("negative");
  });
});

describe("The discount rates", () => {
  test("are chained: the years before keep their own rate", () => {
    const factors = discountFactors(of2021, 71);
    expect(factors[35]).toBeCloseTo(1.035 ** -35, 14);
    expect(factors[36]).toBeCloseTo(1.035 ** -35 / 1.025, 14);
    expect(factors[71]).toBeCloseTo((1.035 ** -35 * 1.025 ** -35) / 1.015, 14);
  });

  test("are those in force on the day: 4 % from 31 May 2013, 5 % the day before, 3.5 % from 7 January 2021", () => {
    const first = (day: string) => rateScheduleOn(day).steps[0]!.rate;
    expect(["2013-05-30", "2013-05-31", "2021-01-06", "2021-01-07"].map(first)).toEqual([
      ...[0.05, 0.04, 0.04, 0.035],
    ]);
  });
});

const anyFlows = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 41 });

describe("Laws", () => {
  test("the value of two cases together is the sum of their values", () => {
    fc.assert(
      fc.property(anyFlows, anyFlows, (a, b) => {
        const years = Math.max(a.length, b.length);
        const factors = discountFactors(of2021, years - 1);
        const both = Array.from({ length: years }, (_, at) => (a[at] ?? 0) + (b[at] ?? 0));
        const apart = netPresentValue(a, factors) + netPresentValue(b, factors);
        expect(netPresentValue(both, factors)).toBeCloseTo(apart, 3);
      }),
    );
  });

  test("at an internal rate the value is nothing, and a case that pays once first and earns after has one rate", () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        for (const rate of internalRates(flows)) {
          const size = flows.reduce((sum, flow, year) => sum + Math.abs(flow) / (1 + rate) ** year, 0);
          const value = flows.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0);
          expect(Math.abs(value)).toBeLessThanOrEqual(1e-9 * size);
        }
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 1, maxLength: 100 }),
        (paid, earned) => {
          expect(internalRates([-paid, ...earned])).toHaveLength(1);
        },
      ),
    );
  });

  test("whoever meets the demand has the money back within six years and loses nothing", () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const said = evaluateFlows(flows, of2021);
        if (said.verdict === "meetsDemand") {
          expect(said.npvOre).toBeGreaterThanOrEqual(0);
          expect(said.paybackYears!).toBeLessThanOrEqual(demandedPaybackYears);
        }
        if (said.discountedPaybackYears !== null && flows[0]! < 0 && flows.slice(1).every((f) => f >= 0))
          expect(said.discountedPaybackYears).toBeGreaterThanOrEqual(said.paybackYears!);
      }),
    );
  });
});
