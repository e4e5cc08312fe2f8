import { expect, test } from "vitest";
import { isThere, splitByUnit, wholeBranch } from "#domain/colocation/optimise/branch.ts";
import { codeNear } from "#domain/colocation/optimise/code-near.ts";
import { codeSets } from "#domain/colocation/optimise/code-sets.ts";
import { codeOf } from "#domain/colocation/optimise/sets-as-bits.ts";
import { CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import { layOut } from "#domain/colocation/optimise/lay-out.ts";
import { priceUnits, unitsOf as unitOfPairs } from "#domain/colocation/optimise/price-units.ts";
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

test("a unit that is put somewhere is there, in either word of bits, and nowhere else", () => {
  const { premises, units } = largest;
  for (const unit of [units[0]!, units.at(-1)!]) {
    const bit = units.indexOf(unit);
    const [there, elsewhere] = splitByUnit(whole, places(unit), premises);
    expect([there, elsewhere, whole].map((branch) => isThere(branch, premises, bit))).toEqual([
      true,
      false,
      false,
    ]);
    const others = coded.flatMap((one) => one.units.map((_, at) => [one.premises, at] as const));
    expect(others.filter(([s, at]) => isThere(there, s, at))).toEqual([[premises, bit]]);
  }
});

test("the sets that are near cost what they cost as lists, and are no dearer than asked", () => {
  const upper = priced.priced.bound * 1.02;
  const unitOf = unitOfPairs(layout);
  const near = codeNear(layout, priced, upper);
  expect(near.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(100);
  for (const one of near) {
    one.least(all, whole);
    const opening = layout.isKept[one.premises] ? 0 : layout.openCost[one.premises]!;
    const own = priced.sets[one.premises]!;
    const slack = upper - priced.priced.bound;
    const least = opening - priced.priced.worth[one.premises]! - slack;
    const within = new Map(
      own.within(prices, least, Infinity)!.map(({ pairs, cost }) => [[...pairs].sort().join(" "), cost]),
    );
    for (const set of one.below(Infinity, 500)) {
      const pairs = one.bitsOf(set).map((bit) => one.pairs[bit]!);
      expect(one.bitsOf(set).map((bit) => one.units[bit]!)).toEqual(pairs.map((pair) => unitOf[pair]!));
      expect(within.get(pairs.sort().join(" "))).toBeCloseTo(set.cost - opening, 0);
    }
  }
});

test("of more units than there are bits those that gain most are known, and sets of others are left out", () => {
  const drawn = layOut(
    drawPlacing({ units: 90, premises: 3, slots: 0, seed: 3, pairs: 270, isPlain: true }),
  ).layout;
  const told = priceUnits(drawn, 5e11, { rounds: 20, shouldStop: () => false });
  expect(told.sets.map(({ pairs }) => pairs.length)).toEqual([90, 90, 90]);
  for (const one of codeNear(drawn, told, told.priced.bound * 1.05)) {
    expect(one.units).toHaveLength(62);
    const gains = (pair: number) => told.priced.prices[unitOfPairs(drawn)[pair]!]! - drawn.pairCost[pair]!;
    const left = told.sets[one.premises]!.pairs.filter((pair) => !one.pairs.includes(pair));
    expect(Math.max(...left.map(gains))).toBeLessThanOrEqual(Math.min(...one.pairs.map(gains)));
  }
});

test("sets that are added are looked through, each once", () => {
  const [one] = codeNear(layout, priced, priced.priced.bound);
  const pair = one!.pairs[0]!;
  const set = codeOf(one!, [pair], 1);
  const before = one!.size;
  one!.include([set]);
  one!.include([set]);
  expect(one!.size).toBe(before + 1);
  one!.least({ prices: new Float64Array(layout.units), cutPrices: new Float64Array() }, whole);
  expect(one!.below(2, 5)).toEqual([set]);
});

test("sets that differ in their first units only are told apart, also beside sixty others", () => {
  const bits = Array.from({ length: 62 }, (_, bit) => bit);
  const none = { low: new Int32Array(), high: new Int32Array(), cost: new Float64Array() };
  const one = new CodedSets(0, bits, bits, none);
  const [first, second] = [0, 1].map((bit) => codeOf({ premises: 0, pairs: bits }, [bit, 61], bit));
  one.include([first!]);
  one.include([second!]);
  expect(one.size).toBe(2);
});
