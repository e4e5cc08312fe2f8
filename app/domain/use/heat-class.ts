/** Upper bounds of the classes of a heat map, as shares of the places taken; empty has a class of its own. */
export const heatBounds = [0.005, 0.2, 0.4, 0.6, 0.8] as const;

/** The class of a share of places taken: 0 is empty, 5 is 80 % and more. @example heatClass(0.5) // 3 */
export function heatClass(share: number): number {
  const index = heatBounds.findIndex((bound) => share < bound);
  return index < 0 ? heatBounds.length : index;
}
