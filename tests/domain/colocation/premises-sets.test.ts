import fc from "fast-check";
import { expect, test } from "vitest";
import { layOut } from "#domain/colocation/optimise/lay-out.ts";
import type { Layout } from "#domain/colocation/optimise/layout.ts";
import { PremisesSets } from "#domain/colocation/optimise/premises-sets.ts";
import { unitsOf } from "#domain/colocation/optimise/price-units.ts";
import { drawPlacing } from "#scripts/bench/draw-placing.ts";

/** Every set of units that fits into premises, with what it gains: by trying them all. */
function allSets(layout: Layout, s: number, prices: Float64Array) {
  const unitOf = unitsOf(layout);
  const pairs = [...layout.pairPremises.keys()].filter((pair) => layout.pairPremises[pair] === s);
  return Array.from({ length: 2 ** pairs.length }, (_, code) =>
    pairs.filter((_pair, at) => (code >> at) & 1),
  ).flatMap((set) => {
    const units = set.map((pair) => unitOf[pair]!);
    const has = ({ a, b }: { a: number; b: number }) => units.includes(a) && units.includes(b);
    const fits = Array.from({ length: layout.kinds }, (_, k) => k).every(
      (k) =>
        units.reduce((sum, unit) => sum + layout.need[unit * layout.kinds + k]!, 0) <=
        layout.room[s * layout.kinds + k]! + 1e-9,
    );
    if (!fits || layout.apart.some(has)) return [];
    const offered = set.reduce((sum, pair) => sum + prices[unitOf[pair]!]! - layout.pairCost[pair]!, 0);
    const saved = layout.synergies.filter(has).reduce((sum, { value }) => sum + value, 0);
    return [{ set, gain: offered + saved }];
  });
}

test.each([
  ["written down once", 300_000],
  ["walked through", 0],
])(
  "the best set of premises, and those within a gain of it, are those that trying all of them finds: %s",
  (_how, mostListed) => {
    const drawn = fc.record({
      seed: fc.integer({ min: 1, max: 100_000 }),
      offers: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 7, maxLength: 7 }),
    });
    fc.assert(
      fc.property(drawn, ({ seed, offers }) => {
        const { layout } = layOut(
          drawPlacing({ units: 7, premises: 3, slots: 3, seed, pairs: 21, isPlain: false }),
        );
        const dearest = Math.max(...layout.pairCost);
        const prices = Float64Array.from({ length: layout.units }, (_, unit) => offers[unit]! * dearest);
        for (let s = 0; s < layout.premises; s += 1) {
          const all = allSets(layout, s, prices);
          const most = Math.max(...all.map(({ gain }) => gain));
          const sets = new PremisesSets(layout, s, mostListed);
          const best = sets.best(prices);
          expect(best.gain).toBeCloseTo(most, 3);
          expect(best.gainAtMost).toBeGreaterThanOrEqual(best.gain);
          const wanted = most - dearest / 3;
          const within = sets.within(prices, wanted, 1_000)!.map(({ pairs }) => [...pairs].sort().join(" "));
          const expected = all.filter(({ set, gain }) => set.length > 0 && gain >= wanted);
          expect(within.sort()).toEqual(expected.map(({ set }) => [...set].sort().join(" ")).sort());
        }
      }),
      { numRuns: 40 },
    );
  },
);

test("a walk that is cut short still says what no set gains more than", () => {
  let cut = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.double({ min: 0.5, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 }),
      (seed, nodes, offers) => {
        const { layout } = layOut(
          drawPlacing({ units: 9, premises: 2, slots: 3, seed, pairs: 18, isPlain: false }),
        );
        const dearest = Math.max(...layout.pairCost);
        const prices = Float64Array.from({ length: layout.units }, (_, unit) => offers[unit]! * dearest);
        for (let s = 0; s < layout.premises; s += 1) {
          const most = Math.max(...allSets(layout, s, prices).map(({ gain }) => gain));
          const { gain, gainAtMost } = new PremisesSets(layout, s, 0).best(prices, nodes);
          if (gainAtMost > gain) cut += 1;
          expect(gain).toBeLessThanOrEqual(most + 1e-3);
          expect(gainAtMost).toBeGreaterThanOrEqual(most - 1e-3);
        }
      },
    ),
  );
  expect(cut).toBeGreaterThan(20);
});
