import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion } from "#domain/apportion.ts";

describe("Sharing a whole number", () => {
  test("gives what rounding leaves to the largest remainders", () => {
    expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
    expect(apportion([47, 16, 15.8, 12, 6.1, 3.1], 10)).toEqual([5, 2, 1, 1, 1, 0]);
    expect(apportion([0, 2], 7)).toEqual([0, 7]);
  });

  test("always adds up to the whole, nobody more than one unit from their exact share", () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 })
      .filter((all) => all.some(Boolean));
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 1_000_000_000 }), (all, total) => {
        const shares = apportion(all, total);
        const sum = all.reduce((a, b) => a + b, 0);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        shares.forEach((share, index) =>
          expect(Math.abs(share - (all[index]! / sum) * total)).toBeLessThan(1.000001),
        );
      }),
    );
  });

  test("refuses to share with nobody, and to share what is not whole", () => {
    expect(() => apportion([], 1)).toThrow(RangeError);
    expect(() => apportion([0], 1)).toThrow(RangeError);
    expect(() => apportion([1], 0.5)).toThrow(RangeError);
    expect(apportion([0, 0], 0)).toEqual([0, 0]);
  });
});
