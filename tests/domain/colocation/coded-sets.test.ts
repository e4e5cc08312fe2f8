import { expect, test } from "vitest";
import { splitByUnit, wholeBranch, withSet } from "#domain/colocation/optimise/branch.ts";
import { codeSets, codeSome } from "#domain/colocation/optimise/code-sets.ts";
import type { CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import { layOut } from "#domain/colocation/optimise/lay-out.ts";
import { nearestSets, priceUnits } from "#domain/colocation/optimise/price-units.ts";
import { drawPlacing } from "#scripts/bench/draw-placing.ts";

const { layout } = layOut(
  drawPlacing({ units: 60, premises: 40, slots: 8, seed: 1, pairs: 600, isPlain: false }),
);
const priced = priceUnits(layout, 5e10, { rounds: 30, shouldStop: () => false });
const coded = codeSets(layout, priced, Infinity)!;
const { prices } = priced.priced;
const all = { prices, cutPrices: new Float64Array() };
const whole = wholeBranch(layout.premises, 0);
/** The premises where most units may be: more than one word of bits holds. */
const largest = coded.reduce((most, one) => (one.units.length > most.units.length ? one : most));
const places = (unit: number) =>
  coded.flatMap((one) => {
    const bit = one.units.indexOf(unit);
    return bit < 0 ? [] : [{ premises: one.premises, bit }];
  });
const unitsOf = (one: CodedSets, limit = Infinity) =>
  one.below(limit, 200).map((set) => one.bitsOf(set).map((bit) => one.units[bit]!));

test("sets as bits come to what sets as lists come to", () => {
  expect(largest.units.length).toBeGreaterThan(31);
  for (const one of coded) {
    const opening = layout.isKept[one.premises] ? 0 : layout.openCost[one.premises]!;
    const { gain } = priced.sets[one.premises]!.best(prices);
    const expected = Math.min(0, opening - gain);
    expect(one.least(all, whole)).toBeCloseTo(expected, 1);
  }
});

test("who must be there is in every set, who cannot be in none, in either word of bits", () => {
  largest.least(all, whole);
  const bits = largest.below(Infinity, 2_000).flatMap((set) => largest.bitsOf(set));
  const [low, high] = [bits.find((bit) => bit < 31)!, bits.find((bit) => bit >= 31)!];
  for (const unit of [largest.units[low]!, largest.units[high]!]) {
    const [there, elsewhere] = splitByUnit(whole, places(unit), largest.premises);
    largest.least(all, there);
    expect(unitsOf(largest).length).toBeGreaterThan(0);
    expect(unitsOf(largest).every((units) => units.includes(unit))).toBe(true);
    largest.least(all, elsewhere);
    expect(unitsOf(largest).length).toBeGreaterThan(0);
    expect(unitsOf(largest).some((units) => units.includes(unit))).toBe(false);
    const other = coded.find((one) => one !== largest && one.units.includes(unit))!;
    other.least(all, there);
    expect(unitsOf(other).some((units) => units.includes(unit))).toBe(false);
  }
});

test("premises that hold a set hold it alone, and its units are nowhere else", () => {
  largest.least(all, whole);
  const [set] = largest.below(Infinity, 1);
  const units = largest.bitsOf(set!).map((bit) => largest.units[bit]!);
  const branch = withSet(whole, set!, units.map(places));
  largest.least(all, branch);
  expect(largest.below(Infinity, 5)).toEqual([set]);
  for (const one of coded.filter((each) => each !== largest)) {
    one.least(all, branch);
    expect(unitsOf(one).flat()).not.toContain(units[0]);
  }
});

test("the sets that are near, as bits, cost what they cost as lists", () => {
  const near = nearestSets(layout, priced, 5e10, 2_000);
  expect(near.length).toBeGreaterThan(100);
  const some = codeSome(layout, priced, near)!;
  const found = some.flatMap((one) => {
    one.least(all, whole);
    const opening = layout.isKept[one.premises] ? 0 : layout.openCost[one.premises]!;
    return one.below(Infinity, Infinity).map((set) => {
      const pairs = one.bitsOf(set).map((bit) => one.pairs[bit]!);
      return `${one.premises} ${pairs.sort().join(" ")} ${Math.round(set.cost - opening)}`;
    });
  });
  const expected = near.map(
    ({ premises, pairs, cost }) => `${premises} ${[...pairs].sort().join(" ")} ${Math.round(cost)}`,
  );
  expect(found.sort()).toEqual(expected.sort());
});
