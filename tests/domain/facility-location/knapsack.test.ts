import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, roomForItems, sortByRatio, type Items } from "#domain/facility-location/knapsack.ts";

const things = fc.array(
  fc.record({ worth: fc.integer({ min: 1, max: 50 }), weight: fc.integer({ min: 1, max: 20 }) }),
  { minLength: 1, maxLength: 9 },
);

function sorted(of: readonly { worth: number; weight: number }[]): Items {
  const items = roomForItems(of.length);
  items.count = of.length;
  of.forEach(({ worth, weight }, at) => {
    [items.worth[at], items.weight[at], items.index[at]] = [worth, weight, at];
  });
  sortByRatio(items);
  return items;
}

/** What the chosen weigh and are worth, `takes` telling for each place whether it is among them. */
const sums = ({ count, worth, weight }: Items, takes: (at: number) => boolean) =>
  Array.from({ length: count }, (_, at) => at)
    .filter(takes)
    .reduce((sum, at) => ({ worth: sum.worth + worth[at]!, weight: sum.weight + weight[at]! }), {
      ...{ worth: 0, weight: 0 },
    });

test("what is packed whole is the best of all choices, fits, and is told; cut, it is worth no less", () => {
  fc.assert(
    fc.property(things, fc.nat(60), (of, room) => {
      const items = sorted(of);
      const { whole, split, chosen } = pack(items, room, true);
      const choices = Array.from({ length: 2 ** items.count }, (_, code) =>
        sums(items, (at) => ((code >> at) & 1) === 1),
      );
      const best = Math.max(...choices.filter(({ weight }) => weight <= room).map(({ worth }) => worth));
      const told = sums(items, (at) => chosen[at] === 1);
      expect([whole, told.worth]).toEqual([best, best]);
      expect(told.weight).toBeLessThanOrEqual(room);
      expect(split).toBeGreaterThanOrEqual(best - 1e-9);
    }),
  );
});

test("the best ratio comes first, and out of steps the bound is that of a cut item", () => {
  fc.assert(
    fc.property(things, fc.nat(60), (of, room) => {
      const items = sorted(of);
      for (let at = 1; at < items.count; at += 1)
        expect(items.worth[at - 1]! * items.weight[at]!).toBeGreaterThanOrEqual(
          items.worth[at]! * items.weight[at - 1]!,
        );
      const hurried = pack(items, room, true, 0);
      expect([hurried.split, pack(items, room, true).whole]).toContain(hurried.whole);
      expect(hurried.whole).toBeGreaterThanOrEqual(pack(items, room, true).whole);
    }),
  );
});
