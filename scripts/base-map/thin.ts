import { bboxContains, type Bbox } from "#geo/bbox.ts";
import { closeRing, ringAreaM2, type Ring } from "#geo/polygon.ts";
import { roundPosition, type Position } from "#geo/position.ts";

/** Bends smaller than this say nothing at the scale they are seen in: in the city, and in the country round about. */
const SMALLEST_BEND_M2 = { city: 500, country: 120_000 };

/** The ring with its small bends taken out, the smallest first (Visvalingam and Whyatt, 1993), to five decimals. */
export function thinRing(ring: Ring, city: Bbox): Ring {
  const positions = ring.slice(0, -1).map((position) => roundPosition(position, 5));
  for (;;) {
    const least = leastBend(positions, city);
    if (positions.length <= 3 || !least || least.share >= 1) return closeRing(positions);
    positions.splice(least.index, 1);
  }
}

/** The bend that is smallest in proportion to what is allowed where it lies. */
function leastBend(positions: Position[], city: Bbox): { index: number; share: number } | null {
  let least: { index: number; share: number } | null = null;
  positions.forEach((position, index) => {
    const before = positions.at(index - 1)!;
    const after = positions[(index + 1) % positions.length]!;
    const limit = bboxContains(city, position) ? SMALLEST_BEND_M2.city : SMALLEST_BEND_M2.country;
    const share = ringAreaM2([before, position, after, before]) / limit;
    if (!least || share < least.share) least = { index, share };
  });
  return least;
}
