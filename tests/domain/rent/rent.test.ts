import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#domain/day-count.ts";
import { allocateCharge } from "#domain/rent/allocate-charge.ts";
import { phasedIn } from "#domain/rent/phase-in.ts";
import { adjustmentDays, regulatedFactor, type Regulation } from "#domain/rent/regulated-factor.ts";
import { rentLines } from "#domain/rent/rent-lines.ts";
import type { RentTerm } from "#domain/rent/rent-term.ts";
import { amountBetween, shareOfYear } from "#domain/rent/share-of-year.ts";

const base: RentTerm = {
  ...{ id: "base", kind: "base", part: "capital", basis: "perM2", yearlyOre: 600_00, regulation: null },
  ...{ phaseIn: null, source: "Kontrakt", validFrom: "2026-01-01", validTo: null },
};
const room = { areaM2: 250, validFrom: "2026-01-01", validTo: null };
const npi = [
  { month: "2024-10-01", value: 116.4 },
  { month: "2025-10-01", value: 119.1 },
  { month: "2026-10-01", value: 125.6 },
];
const yearly: Regulation = {
  ...{ baseMonth: "2024-10-01", adjustsInMonth: 1, monthsBefore: 3, cap: null, floor: null },
};
const day = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays("2023-01-01", days));

describe("a yearly amount by the day", () => {
  test("a month is a twelfth however long, a day its part of the month, 29 February included", () => {
    expect(amountBetween(1_200_00, "2026-02-01", "2026-03-01")).toBe(100_00);
    expect(amountBetween(1_200_00, "2024-02-29", "2024-03-01")).toBe(Math.round(100_00 / 29));
    expect(shareOfYear("2026-04-16")).toBeCloseTo(0.25 + 0.5 / 12, 12);
    expect(amountBetween(1_000_00, "2025-07-01", "2027-07-01")).toBe(2_000_00);
    expect(amountBetween(1_000_00, "2026-05-05", "2026-05-05")).toBe(0);
  });

  test("parts of a period sum to the whole, and twelve months to the year, to the øre", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e11, noNaN: true }),
        fc.array(day, { minLength: 2, maxLength: 9 }),
        (ore, days) => {
          const cuts = [...days].sort();
          const parts = cuts.slice(1).map((cut, index) => amountBetween(ore, cuts[index]!, cut));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amountBetween(ore, cuts[0]!, cuts.at(-1)!));
          expect(amountBetween(ore, "2025-01-01", "2026-01-01")).toBe(Math.round(ore));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("an amount that follows the index", () => {
  test("is adjusted once a year by the figure of its month: 600 kr becomes 600 × 119.1 / 116.4", () => {
    const term = { ...base, regulation: yearly };
    const answer = rentLines({ terms: [term], areas: [room], figures: npi }, "2026-01-01", "2027-01-01");
    expect(answer).toMatchObject({
      ok: true,
      value: { totalOre: Math.round((600_00 * 250 * 119.1) / 116.4) },
    });
    expect(adjustmentDays(yearly, "2027-06-01")).toEqual(["2026-01-01", "2027-01-01"]);
  });

  test("no step is more than the cap or less than the floor, and what was cut off stays away", () => {
    const on = (regulation: Regulation, at: string) => {
      const answer = regulatedFactor(regulation, npi, at);
      return answer.ok ? answer.value.factor : null;
    };
    expect(on({ ...yearly, cap: 0.02 }, "2026-06-01")).toBeCloseTo(1.02, 12);
    expect(on({ ...yearly, cap: 0.04 }, "2027-06-01")).toBeCloseTo((119.1 / 116.4) * 1.04, 12);
    expect(on({ ...yearly, floor: 0.03 }, "2026-06-01")).toBeCloseTo(1.03, 12);
    expect(on(yearly, "2025-06-01")).toBe(1);
  });

  test("a month that the index lacks is named, with the term that asks for it", () => {
    const terms = [{ ...base, regulation: yearly }];
    expect(rentLines({ terms, areas: [room], figures: npi.slice(0, 2) }, "2026-12-01", "2027-02-01")).toEqual(
      {
        ...{ ok: false, refusal: "indexMonthMissing", month: "2026-10-01", termId: "base" },
      },
    );
  });
});

describe("a lease's lines", () => {
  test("hand back 50 of 250 m² in the middle of a month: each half by its own m²", () => {
    const areas = [
      { areaM2: 200, validFrom: "2026-01-01", validTo: null },
      { areaM2: 50, validFrom: "2026-01-01", validTo: "2026-04-16" },
    ];
    const answer = rentLines({ terms: [base], areas, figures: [] }, "2026-04-01", "2026-05-01");
    if (!answer.ok) throw new Error(answer.refusal);
    expect(answer.value.lines.map(({ areaM2, amountOre }) => [areaM2, amountOre])).toEqual([
      [250, 6_250_00],
      [200, 5_000_00],
    ]);
  });

  test("a rise is phased in by equal steps", () => {
    const phaseIn = { fromYearlyOre: 100, firstStepOn: "2026-01-01", years: 3 };
    const at = (on: string) => phasedIn(400, phaseIn, on);
    expect(["2025-12-31", "2026-01-01", "2027-01-01", "2028-01-01"].map(at)).toEqual([100, 200, 300, 400]);
  });

  test("lines sum to the total, and months to the year, whatever the terms", () => {
    const term = fc.record({
      ...{ id: fc.uuid(), kind: fc.constant("operation" as const), part: fc.constant(null) },
      ...{
        basis: fc.constantFrom("whole" as const, "perM2" as const),
        yearlyOre: fc.integer({ min: 0, max: 1e9 }),
      },
      regulation: fc.option(fc.constantFrom(yearly, { ...yearly, cap: 0.02 })),
      phaseIn: fc.option(
        fc.record({
          ...{ fromYearlyOre: fc.integer({ min: 0, max: 1e9 }), firstStepOn: day },
          years: fc.integer({ min: 1, max: 5 }),
        }),
      ),
      ...{ source: fc.constant(""), validFrom: day, validTo: fc.option(day) },
    });
    const area = fc.record({
      ...{
        areaM2: fc.integer({ min: 0, max: 900_00 }).map((m2) => m2 / 100),
        validFrom: day,
        validTo: fc.option(day),
      },
    });
    const figures = Array.from({ length: 8 }, (_, index) => ({
      month: `${2020 + index}-10-01`,
      value: 100 + index * 2,
    }));
    fc.assert(
      fc.property(fc.array(term, { maxLength: 4 }), fc.array(area, { maxLength: 4 }), (terms, areas) => {
        const total = (from: string, to: string) => {
          const answer = rentLines({ terms, areas, figures }, from, to);
          if (!answer.ok) throw new Error(answer.month);
          expect(answer.value.lines.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(
            answer.value.totalOre,
          );
          return answer.value.totalOre;
        };
        const firsts = Array.from(
          { length: 12 },
          (_, month) => `2026-${String(month + 1).padStart(2, "0")}-01`,
        );
        const months = [...firsts, "2027-01-01"];
        const byMonth = firsts.map((first, index) => total(first, months[index + 1]!));
        expect(byMonth.reduce((sum, ore) => sum + ore, 0)).toBe(total("2026-01-01", "2027-01-01"));
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});

describe("what several share", () => {
  test("is laid on them to the øre, a credit too", () => {
    const two = [
      { id: "a", weight: 2 },
      { id: "b", weight: 1 },
    ];
    expect(allocateCharge("m2", 100, two)).toMatchObject({ value: [{ amountOre: 67 }, { amountOre: 33 }] });
    expect(allocateCharge("m2", -100, two)).toMatchObject({
      value: [{ amountOre: -67 }, { amountOre: -33 }],
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.nat(9_000), { minLength: 1 }),
        (ore, weights) => {
          const answer = allocateCharge(
            "persons",
            ore,
            weights.map((weight, index) => ({ id: `${index}`, weight })),
          );
          if (!answer.ok) expect(weights.every((weight) => weight === 0)).toBe(true);
          else expect(answer.value.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(ore);
        },
      ),
    );
  });

  test("shares that leave a rest, and nobody at all, are refused", () => {
    const half = [{ id: "a", weight: 0.5 }];
    expect(allocateCharge("share", 100, half)).toEqual({ ok: false, refusal: "sharesDoNotSum" });
    expect(allocateCharge("m2", 100, [])).toEqual({ ok: false, refusal: "nobodyShares" });
    const tenths = Array.from({ length: 10 }, (_, index) => ({ id: `${index}`, weight: 0.1 }));
    expect(allocateCharge("share", 100, tenths).ok).toBe(true);
  });
});
