import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bearersOf } from "#domain/case/bearers-of.ts";
import { costBases, splitCost } from "#domain/case/split-cost.ts";

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
const amounts = (parts: { amountOre: number }[]) => parts.map(({ amountOre }) => amountOre);

describe("a cost that is shared", () => {
  test("goes by percent, m² or hours, and what rounding leaves to the largest remainder", () => {
    expect(amounts(splitCost("share", [{ value: 80 }, { value: 20 }], 99_99))).toEqual([79_99, 20_00]);
    expect(amounts(splitCost("m2", [{ value: 100 }, { value: 200 }], 1000))).toEqual([333, 667]);
    expect(amounts(splitCost("hours", [{ value: 1.5 }, { value: 0.75 }, { value: 0 }], 900))).toEqual([
      600, 300, 0,
    ]);
  });

  test("is exact to the øre, nobody's part differs from the exact one by a whole øre, and none is negative", () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom(...costBases),
        values,
        fc.integer({ min: 0, max: 2 ** 40 }),
        (basis, given, cost) => {
          const all = sum(given);
          fc.pre(all > 1e-3);
          const parts = splitCost(
            basis,
            given.map((value) => ({ value })),
            cost,
          );
          expect(sum(amounts(parts))).toBe(cost);
          for (const { value, amountOre } of parts) {
            expect(amountOre).toBeGreaterThanOrEqual(0);
            expect(Math.abs(amountOre - (value / all) * cost)).toBeLessThan(1 + cost * 1e-12);
          }
        },
      ),
    );
  });

  test("keeps who bears it, and gives equals amounts that differ by one øre at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 1e9 }), (count, cost) => {
        const parts = splitCost(
          "share",
          Array.from({ length: count }, (_, who) => ({ who, value: 7 })),
          cost,
        );
        expect(parts.map(({ who }) => who)).toEqual(Array.from({ length: count }, (_, who) => who));
        expect(Math.max(...amounts(parts)) - Math.min(...amounts(parts))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("is refused where a part is negative or unknown, or nobody bears something", () => {
    expect(() => splitCost("share", [{ value: -1 }, { value: 101 }], 100)).toThrow(RangeError);
    expect(() => splitCost("m2", [{ value: Number.NaN }], 100)).toThrow(RangeError);
    expect(() => splitCost("m2", [{ value: 0 }], 100)).toThrow(RangeError);
    expect(() => splitCost("share", [{ value: 100 }], 0.5)).toThrow(RangeError);
    expect(amounts(splitCost("m2", [{ value: 0 }], 0))).toEqual([0]);
  });
});

describe("who bears a cost", () => {
  const tenants = [
    { unitId: "a", administrationId: "x", areaM2: 120 },
    { unitId: "b", administrationId: "x", areaM2: 80 },
  ];
  const ofUnit = { unitId: "a", administrationId: "x", tenants };
  const ofNobody = { unitId: null, administrationId: "x", tenants };

  test("is the rule's payer and the other one, each on their own account", () => {
    expect(bearersOf({ payer: "landlord", payerSharePercent: 80, otherPayer: "tenant" }, ofUnit)).toEqual({
      basis: "share",
      bearers: [
        { payer: "landlord", unitId: null, administrationId: null, value: 80 },
        { payer: "tenant", unitId: "a", administrationId: "x", value: 20 },
      ],
    });
  });

  test("is all tenants by the m² they rent, where they share the building and no unit is named", () => {
    const { basis, bearers } = bearersOf(
      { payer: "tenant", payerSharePercent: 100, otherPayer: null },
      ofNobody,
    );
    expect([basis, bearers.map(({ unitId, value }) => [unitId, value])]).toEqual([
      "m2",
      [
        ["a", 120],
        ["b", 80],
      ],
    ]);
  });

  test("is the landlord alone where the landlord pays, however many rent there", () => {
    const { basis, bearers } = bearersOf(
      { payer: "landlord", payerSharePercent: 100, otherPayer: null },
      ofNobody,
    );
    expect([basis, bearers.length, bearers[0]!.unitId]).toEqual(["share", 1, null]);
  });
});
