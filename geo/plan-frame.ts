import type { Position } from "./position.ts";
import { fromUtm32, toUtm32 } from "./utm32.ts";

/** How metres on a small plan become positions: where its middle is, and what a metre east and one south add to that. */
export interface PlanFrame {
  middle: Position;
  perMeterEast: Position;
  perMeterSouth: Position;
}

/** Far enough for the difference to have its digits, near enough for the plan to be flat. */
const step = 100;

/** The frame of a plan around a position. The plan stands on the grid of EPSG:25832, whose north is three degrees off the true
 *  one here, so a metre east moves both numbers. Over a few hundred metres it is right to a centimetre. */
export function planFrame(middle: Position): PlanFrame {
  const [east, north] = toUtm32(middle);
  const per = ([lon, lat]: Position): Position => [(lon - middle[0]) / step, (lat - middle[1]) / step];
  return {
    middle,
    perMeterEast: per(fromUtm32([east + step, north])),
    perMeterSouth: per(fromUtm32([east, north - step])),
  };
}
