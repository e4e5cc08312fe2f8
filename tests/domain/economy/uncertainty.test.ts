import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monteCarlo, quantile, triangular } from "#domain/economy/monte-carlo.ts";
import { tornado, type Range } from "#domain/economy/tornado.ts";
import { turningPoints } from "#domain/economy/turning-points.ts";

const ranges: Range[] = [
  { key: "saving", low: 100, base: 200, high: 250 },
  { key: "cost", low: 900, base: 1_000, high: 1_400 },
  { key: "idle", low: 0, base: 1, high: 2 },
];
const value = (values: ReadonlyMap<string, number>) => 8 * values.get("saving")! - values.get("cost")!;

describe("The tornado", () => {
  test("puts the value that matters most first, and leaves out what does not matter", () => {
    expect(tornado(ranges, value)).toEqual([
      { key: "saving", atLow: -200, atHigh: 1_000 },
      { key: "cost", atLow: 700, atHigh: 200 },
    ]);
  });
});

describe("Drawing by chance", () => {
  const draw = (seed: number, draws = 4_000) =>
    monteCarlo(
      ranges,
      (values) => ({
        npvOre: value(values),
        paybackYears: values.get("cost")! / values.get("saving")!,
      }),
      { seed, draws },
    );

  test("says the same from the same seed, and something else from another", () => {
    expect(draw(2013)).toEqual(draw(2013));
    expect(draw(2014).p50Ore).not.toBe(draw(2013).p50Ore);
  });

  test("comes to the middle that the triangles have, in order, and every draw is counted once", () => {
    const { p10Ore, p50Ore, p90Ore, shareAboveZero, shareWithinDemand, spread, draws } = draw(2013, 20_000);
    const mean = (8 * (100 + 200 + 250)) / 3 - (900 + 1_000 + 1_400) / 3;
    expect(Math.abs(p50Ore - mean)).toBeLessThan(40);
    expect([p10Ore, p50Ore, p90Ore]).toEqual([p10Ore, p50Ore, p90Ore].sort((a, b) => a - b));
    expect(spread.reduce((sum, one) => sum + one.draws, 0)).toBe(draws);
    expect(shareAboveZero).toBeGreaterThan(0.8);
    expect(shareWithinDemand).toBeGreaterThan(0.4);
    expect(shareWithinDemand).toBeLessThan(0.8);
  });

  test("stays within the triangle, which its middle may touch at either end", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer(), fc.integer(), fc.integer()),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (given, chance) => {
          const [low, base, high] = [...given].sort((a, b) => a - b) as [number, number, number];
          const drawn = triangular(low, base, high, chance);
          expect(drawn).toBeGreaterThanOrEqual(low - 1e-3);
          expect(drawn).toBeLessThanOrEqual(high + 1e-3);
        },
      ),
    );
    expect(triangular(3, 3, 3, 0.7)).toBe(3);
    expect(quantile([5], 0.9)).toBe(5);
    expect(quantile([0, 10, 20], 0.25)).toBe(5);
  });
});

describe("Turning points", () => {
  test("are found exactly: the value itself still says the one, the next number the other", () => {
    const say = (x: number) => (3 * x - 1 >= 0 ? "worth it" : "negative");
    const [point] = turningPoints(say, 0, 1);
    expect(point).toMatchObject({ below: "negative", above: "worth it" });
    expect(say(point!.at)).toBe("negative");
    expect(point!.at).toBeCloseTo(1 / 3, 15);
  });

  test("are all found where there are several, and none where nothing changes", () => {
    const points = turningPoints((x) => (x < 2.5 ? "a" : x < 7.1 ? "b" : "c"), 0, 10);
    expect(points.map(({ at }) => Math.round(at * 10) / 10)).toEqual([2.5, 7.1]);
    expect(turningPoints(() => true, 0, 1)).toEqual([]);
  });
});
