import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenCuts, counterOf, type SetCut } from "#domain/colocation/optimise/set-cuts.ts";

const some = [0, 1, 2, 3, 4, 5];

/** Who is where: one of the premises a unit. */
const whole = fc.array(fc.nat(3), { minLength: some.length, maxLength: some.length });

const setsOf = (places: readonly number[], share: number) =>
  [...new Set(places)].map((premises) => ({
    ...{ premises, share },
    units: some.filter((unit) => places[unit] === premises),
  }));

/** How many of the sets count, by their bits; bit and unit are the same here. */
const counted = (cut: SetCut, sets: ReturnType<typeof setsOf>) =>
  sets.filter(({ premises, units }) => {
    const bits = units.reduce((sum, unit) => sum | (1 << unit), 0);
    return counterOf(cut, premises, some)?.(bits, 0) === true;
  }).length;

test("three sets of two, each half taken, break what no whole choice breaks", () => {
  const taken = [
    { premises: 0, units: [0, 1], share: 0.5 },
    { premises: 1, units: [1, 2], share: 0.5 },
    { premises: 2, units: [0, 2], share: 0.5 },
  ];
  expect(brokenCuts(taken, 3, 10)).toEqual([{ units: [0, 1, 2], premises: null }]);
});

test("premises half held by each of two, who are half together elsewhere, break what no whole choice breaks", () => {
  const taken = [
    { premises: 0, units: [0], share: 0.5 },
    { premises: 0, units: [1], share: 0.5 },
    { premises: 1, units: [0, 1], share: 0.5 },
  ];
  expect(brokenCuts(taken, 2, 10)).toContainEqual({ units: [0, 1], premises: 0 });
  expect(brokenCuts(taken, 2, 1)).toHaveLength(1);
});

test("whatever parts of whole choices break, no whole choice does", () => {
  let cuts = 0;
  fc.assert(
    fc.property(fc.array(whole, { minLength: 2, maxLength: 4 }), whole, (mixed, choice) => {
      const taken = mixed.flatMap((places) => setsOf(places, 1 / mixed.length));
      const odd = taken.filter((_, at) => at % 3 !== 2).map((set) => ({ ...set, share: set.share * 1.5 }));
      for (const cut of [...brokenCuts(taken, some.length, 50), ...brokenCuts(odd, some.length, 50)]) {
        cuts += 1;
        expect(counted(cut, setsOf(choice, 1))).toBeLessThanOrEqual(1);
      }
    }),
  );
  expect(cuts).toBeGreaterThan(50);
});

test("mixtures of whole choices break nothing", () => {
  fc.assert(
    fc.property(fc.array(whole, { minLength: 1, maxLength: 4 }), (mixed) => {
      const taken = mixed.flatMap((places) => setsOf(places, 1 / mixed.length));
      expect(brokenCuts(taken, some.length, 50)).toEqual([]);
    }),
  );
});

test("a unit in the second word of bits is seen there", () => {
  const units = Array.from({ length: 40 }, (_, unit) => unit);
  const isCounted = counterOf({ units: [2, 35, 36], premises: null }, 0, units)!;
  expect(isCounted(1 << 2, 1 << 4)).toBe(true);
  expect(isCounted(0, (1 << 4) | (1 << 5))).toBe(true);
  expect(isCounted(1 << 2, 0)).toBe(false);
  expect(counterOf({ units: [2, 50, 51], premises: null }, 0, units)).toBeNull();
  expect(counterOf({ units: [2, 50], premises: 0 }, 0, units)!(1 << 2, 0)).toBe(true);
});
