import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceMeters } from "#geo/distance.ts";
import { planFrame } from "#geo/plan-frame.ts";
import { pointOf, positionAt } from "#geo/plan-point.ts";

const frame = planFrame([12.585, 55.678]);

test("ten metres east and five north of the middle lie eleven metres from it, and lead back to themselves", () => {
  const position = positionAt(frame, [10, -5]);
  expect(distanceMeters(frame.middle, position)).toBeCloseTo(Math.hypot(10, 5), 0);
  expect(position[0]).toBeGreaterThan(12.585);
  expect(position[1]).toBeGreaterThan(55.678);
});

test("every point of a plan comes back from its position", () => {
  const meters = fc.double({ min: -400, max: 400, noNaN: true });
  fc.assert(
    fc.property(meters, meters, (x, y) => {
      const [backX, backY] = pointOf(frame, positionAt(frame, [x, y]));
      expect([backX - x, backY - y].every((off) => Math.abs(off) < 0.01)).toBe(true);
    }),
  );
});
