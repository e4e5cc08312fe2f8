import fc from "fast-check";
import { expect, test } from "vitest";
import { heatClass } from "#domain/use/heat-class.ts";
import { againstNorm } from "#domain/use/space-norm.ts";
import {
  availabilities,
  availableHours,
  eveningHourCount,
  eveningHours,
  isEmptyInEvenings,
  usageRates,
  weekSums,
} from "#domain/use/use-rates.ts";
import { readUseView } from "#domain/use/use-search.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";

test("a room used 30 of 45 hours by half of its places is used a third", () => {
  const rates = usageRates({ usedHours: 30, personHours: 300, availableHours: 45, capacity: 20 });
  expect(rates.frequency).toBeCloseTo(2 / 3);
  expect(rates.occupancy).toBeCloseTo(0.5);
  expect(rates.utilisation).toBeCloseTo(1 / 3);
});

test("a room nobody uses is used 0 %, and without a number of places nobody can say", () => {
  const empty = { usedHours: 0, personHours: 0, availableHours: 45 };
  expect(usageRates({ ...empty, capacity: 20 })).toEqual({ frequency: 0, occupancy: null, utilisation: 0 });
  expect(usageRates({ ...empty, capacity: null }).utilisation).toBeNull();
});

test("a working week has 45 hours, the long one 112, the evenings of weekdays 30", () => {
  const count = (hours: boolean[]) => hours.filter(Boolean).length;
  expect(availabilities.map((one) => count(availableHours(one)))).toEqual([45, 112]);
  expect(count(eveningHours())).toBe(eveningHourCount);
  expect(availableHours("office")[hourOfWeek(5, 16)]).toBe(true);
  expect(availableHours("office")[hourOfWeek(5, 17)]).toBe(false);
  expect(availableHours("long")[hourOfWeek(7, 6)]).toBe(true);
});

const anyWeek = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 168, maxLength: 168 });

test("utilisation is the mean of persons over all available hours, as a share of the places", () => {
  fc.assert(
    fc.property(anyWeek, fc.integer({ min: 1, max: 80 }), (persons, capacity) => {
      const sums = weekSums(persons, capacity, "office");
      const { frequency, utilisation } = usageRates(sums);
      expect(utilisation).toBeCloseTo(sums.personHours / 45 / capacity, 9);
      expect(frequency).toBeLessThanOrEqual(1);
    }),
  );
});

test("a house is empty after 16 where less than a twentieth of its places is taken", () => {
  expect(isEmptyInEvenings(0, 100)).toBe(true);
  expect(isEmptyInEvenings(149, 100)).toBe(true);
  expect(isEmptyInEvenings(150, 100)).toBe(false);
  expect(isEmptyInEvenings(0, null)).toBeNull();
});

test("classes of the heat map begin where the legend says", () => {
  expect([0, 0.004, 0.005, 0.19, 0.2, 0.4, 0.6, 0.79, 0.8, 1.4].map(heatClass)).toEqual([
    0, 0, 1, 1, 2, 3, 4, 4, 5, 5,
  ]);
});

test("a norm has a tight and a roomy end, and both belong to it", () => {
  const norm = { fromM2: 11, toM2: 13 };
  expect([10.9, 11, 13, 13.1].map((m2) => againstNorm(m2, norm))).toEqual([
    "tight",
    "within",
    "within",
    "roomy",
  ]);
});

test("an address says how use is looked at, and what it cannot say is the usual", () => {
  expect(readUseView(new URLSearchParams("period=summer&hours=long&sort=utilisation&evening=empty"))).toEqual(
    {
      ...{ period: "summer", hours: "long", sort: "utilisation", order: "asc", emptyEvenings: true },
    },
  );
  expect(readUseView(new URLSearchParams("period=x&sort=y"))).toMatchObject({
    period: "term",
    sort: "emptyM2",
  });
});
