import { isInPolygon, parseRing, type PolygonCoordinates } from "./polygon.ts";
import type { Position } from "./position.ts";

const OUTLINE = `
  12.474,55.673 12.477,55.658 12.490,55.646 12.509,55.634 12.522,55.637 12.533,55.632 12.551,55.641 12.535,55.631
  12.524,55.615 12.569,55.615 12.592,55.623 12.599,55.638 12.617,55.640 12.648,55.646 12.650,55.655 12.635,55.664
  12.648,55.676 12.633,55.691 12.618,55.687 12.631,55.695 12.620,55.698 12.601,55.696 12.600,55.712 12.610,55.710
  12.640,55.722 12.625,55.725 12.606,55.724 12.591,55.713 12.578,55.722 12.577,55.729 12.564,55.732 12.561,55.723
  12.521,55.728 12.513,55.720 12.484,55.725 12.459,55.717 12.454,55.707 12.464,55.701 12.468,55.682`;

const FREDERIKSBERG = `
  12.557,55.682 12.555,55.674 12.528,55.667 12.497,55.669 12.491,55.679 12.502,55.688 12.528,55.696 12.536,55.697
  12.536,55.692`;

const SOUTHERN_HARBOUR = "12.551,55.641 12.553,55.648 12.573,55.668 12.580,55.670 12.568,55.661";

/** Copenhagen Municipality (0101), approximate: drawn by hand to about ±300 m, without Frederiksberg, which is a
 *  municipality of its own, and without the southern harbour. A test of plausibility, not a legal boundary. */
export const municipality: PolygonCoordinates = [OUTLINE, FREDERIKSBERG, SOUTHERN_HARBOUR].map(parseRing);

/** Whether the position lies inside the approximate outline of the municipality.
 *  @example isInsideMunicipality([12.5683, 55.6761]) // true, the city hall; [12.53, 55.68], Frederiksberg, is not */
export function isInsideMunicipality(position: Position): boolean {
  return isInPolygon(position, municipality);
}
