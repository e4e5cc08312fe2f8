import type { PlanFrame } from "./plan-frame.ts";
import type { Position } from "./position.ts";

/** A point of a plan: metres east and south of its middle. */
export type PlanPoint = readonly [x: number, y: number];

/** @example positionAt(planFrame([12.585, 55.678]), [10, -5]) // ten metres to the east, five to the north */
export const positionAt = (
  { middle, perMeterEast: e, perMeterSouth: s }: PlanFrame,
  [x, y]: PlanPoint,
): Position => [middle[0] + x * e[0] + y * s[0], middle[1] + x * e[1] + y * s[1]];

/** Where a position lies on a plan. The way back of `positionAt`. */
export function pointOf(
  { middle, perMeterEast: e, perMeterSouth: s }: PlanFrame,
  [lon, lat]: Position,
): PlanPoint {
  const [dx, dy] = [lon - middle[0], lat - middle[1]];
  const whole = e[0] * s[1] - s[0] * e[1];
  return [(dx * s[1] - s[0] * dy) / whole, (e[0] * dy - dx * e[1]) / whole];
}
