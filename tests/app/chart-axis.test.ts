import { describe, expect, test } from "vitest";
import { uprightScale } from "#app/components/chart-axis.tsx";

describe("the upright scale of a chart", () => {
  test("has round ticks that hold all values and zero", () => {
    expect(uprightScale([3, 83]).ticks).toEqual([0, 20, 40, 60, 80, 100]);
    expect(uprightScale([0.05, 0.3]).ticks).toEqual([0, 0.1, 0.2, 0.3]);
    expect(uprightScale([-7, 12]).ticks).toEqual([-10, -5, 0, 5, 10, 15]);
    expect(uprightScale([2_100_000_000]).ticks).toEqual([0, 5e8, 1e9, 1.5e9, 2e9, 2.5e9]);
  });

  test("puts more higher up, and the same step the same way apart", () => {
    const { ticks, y } = uprightScale([0, 100]);
    const steps = ticks.slice(1).map((tick, index) => y(ticks[index]!) - y(tick));
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!);
    expect(steps[0]).toBeGreaterThan(0);
  });

  test("stands without any value", () => {
    expect(uprightScale([]).ticks.length).toBeGreaterThan(1);
    expect(Number.isFinite(uprightScale([]).y(0))).toBe(true);
    expect(Number.isFinite(uprightScale([0, 0]).y(0))).toBe(true);
  });
});
