import fc from "fast-check";
import { expect, it } from "vitest";
import { forecastRent } from "#domain/lease/forecast-rent.ts";

const rents = [
  { lastYear: 2028, yearlyOre: 100_00, indexedOre: 100_00 },
  { lastYear: null, yearlyOre: 50_00, indexedOre: 0 },
];

it("lets what follows the index grow, the rest stand still, and what ends be gone the year after", () => {
  const at = { from: 2026, years: 3, growth: 0.02 };
  expect(forecastRent(rents, at)).toEqual([
    { year: 2027, goesOnOre: 152_00, agreedOre: 152_00 },
    { year: 2028, goesOnOre: 154_04, agreedOre: 154_04 },
    { year: 2029, goesOnOre: 156_12, agreedOre: 50_00 },
  ]);
});

it("never promises more than goes on, and stands still without growth", () => {
  const rent = fc
    .record({
      lastYear: fc.option(fc.integer({ min: 2026, max: 2040 })),
      yearlyOre: fc.integer({ min: 0, max: 1e10 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ share, ...one }) => ({ ...one, indexedOre: Math.round(one.yearlyOre * share) }));
  fc.assert(
    fc.property(fc.array(rent, { maxLength: 40 }), (some) => {
      const whole = some.reduce((sum, { yearlyOre }) => sum + yearlyOre, 0);
      const still = forecastRent(some, { from: 2026, years: 10, growth: 0 });
      expect(still.every(({ goesOnOre, agreedOre }) => goesOnOre === whole && agreedOre <= whole)).toBe(true);
      const agreed = still.map(({ agreedOre }) => agreedOre);
      expect(agreed).toEqual([...agreed].sort((a, b) => b - a));
    }),
  );
});
