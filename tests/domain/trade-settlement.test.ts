import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysInMonth, isMonth, monthAfter, monthBefore } from "#domain/trade/month.ts";
import { amountOf, daysInForce, settlementLines, type PricedAgreement } from "#domain/trade/settlement.ts";
import { tradeBases } from "#domain/trade/trade-basis.ts";

const agreement = (given: Partial<PricedAgreement> = {}): PricedAgreement => ({
  ...{ id: "a", sellerUnitId: "seller", buyerUnitId: "buyer", basis: "month" },
  ...{ quantity: 1, unitPriceOre: 100_00, validFrom: "2026-01-01", validTo: null },
  ...given,
});

test("a month follows another over the turn of the year", () => {
  expect([monthAfter("2026-12"), monthBefore("2027-01"), daysInMonth("2028-02")]).toEqual([
    "2027-01",
    "2026-12",
    29,
  ]);
  expect(["2026-00", "2026-13", "2026-1", "x"].filter(isMonth)).toEqual([]);
});

describe("what an agreement comes to", () => {
  test("a whole month is the price", () => expect(amountOf(agreement(), 0, "2026-02")).toBe(100_00));

  test("a part of a month goes by days, the last day not counted", () => {
    expect(amountOf(agreement({ validFrom: "2026-11-16" }), 0, "2026-11")).toBe(50_00);
    expect(daysInForce({ validFrom: "2026-11-10", validTo: "2026-11-20" }, "2026-11")).toBe(10);
    expect(daysInForce({ validFrom: "2026-12-01", validTo: null }, "2026-11")).toBe(0);
  });

  test("square metres are priced by the year", () =>
    expect(amountOf(agreement({ basis: "m2", quantity: 120.5, unitPriceOre: 240_00 }), 0, "2026-03")).toBe(
      2_410_00,
    ));

  test("pieces and hours follow what was delivered", () => {
    expect(amountOf(agreement({ basis: "hour", quantity: 10, unitPriceOre: 333_33 }), 1.25, "2026-03")).toBe(
      416_66,
    );
    expect(amountOf(agreement({ basis: "piece", unitPriceOre: 1 }), 0.5, "2026-03")).toBe(1);
  });
});

describe("a month settled", () => {
  test("has no line where nothing was delivered, nor before or after the agreement", () => {
    const agreements = [
      agreement({ id: "unused", basis: "piece" }),
      agreement({ id: "over", validTo: "2026-10-01" }),
      agreement({ id: "later", validFrom: "2026-12-01" }),
    ];
    expect(settlementLines("2026-11", agreements, [], [])).toEqual([]);
  });

  test("puts an earlier month right on lines of their own, also where the agreement is over", () => {
    const over = agreement({ validTo: "2026-10-01" });
    expect(settlementLines("2026-11", [over], [], [{ agreementId: "a", amountOre: -12_34 }])).toEqual([
      { agreementId: "a", unitId: "seller", kind: "correction", quantity: 0, amountOre: -12_34 },
      { agreementId: "a", unitId: "buyer", kind: "correction", quantity: 0, amountOre: 12_34 },
    ]);
  });
});

const day = fc
  .integer({ min: 0, max: 800 })
  .map((n) => new Date(Date.UTC(2025, 6, 1 + n)).toISOString().slice(0, 10));
const anyAgreement = fc
  .record({
    id: fc.uuid(),
    sellerUnitId: fc.uuid(),
    buyerUnitId: fc.uuid(),
    basis: fc.constantFrom(...tradeBases),
    quantity: fc.integer({ min: 1, max: 10_000_000 }).map((n) => n / 100),
    unitPriceOre: fc.integer({ min: 0, max: 100_000_000 }),
    validFrom: day,
    validTo: fc.option(day),
  })
  .filter(({ validFrom, validTo }) => validTo === null || validTo > validFrom);

test("whatever is agreed, delivered and put right, each agreement's lines come to exactly zero, in whole øre", () => {
  fc.assert(
    fc.property(
      fc.array(anyAgreement, { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 8 }),
      fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 8 }),
      (agreements, delivered, corrected) => {
        const idAt = (index: number) => agreements[index % agreements.length]?.id ?? "none";
        const lines = settlementLines(
          "2026-06",
          agreements,
          delivered.map((n, index) => ({ agreementId: idAt(index), quantity: n / 100 })),
          corrected.map((amountOre, index) => ({ agreementId: idAt(index), amountOre })),
        );
        expect(lines.every(({ amountOre }) => Number.isSafeInteger(amountOre))).toBe(true);
        for (const { id } of agreements) {
          const own = lines.filter(({ agreementId }) => agreementId === id);
          expect(own.reduce((all, { amountOre }) => all + amountOre, 0)).toBe(0);
          expect([0, 2, 4]).toContain(own.length);
        }
      },
    ),
  );
});

test("cut into two agreements on any day, a month costs what it cost whole, give or take one øre", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 30 }),
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 1, max: 100_000 }).map((n) => n / 100),
      (cutDay, unitPriceOre, quantity) => {
        const cut = `2026-06-${String(cutDay).padStart(2, "0")}`;
        const whole = amountOf(agreement({ unitPriceOre, quantity }), 0, "2026-06");
        const before = amountOf(agreement({ unitPriceOre, quantity, validTo: cut }), 0, "2026-06");
        const after = amountOf(agreement({ unitPriceOre, quantity, validFrom: cut }), 0, "2026-06");
        expect(Math.abs(whole - before - after)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
