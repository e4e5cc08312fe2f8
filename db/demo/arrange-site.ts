import type { DemoBuilding, Site } from "./model.ts";
import { footprintOf, type Footprint, type LocalPoint } from "./footprint.ts";
import type { Random } from "./random.ts";

/** A site in its own metres: x along the street, y away from it, with the outlines of its buildings inside. */
export interface SitePlan {
  widthM: number;
  depthM: number;
  outlines: Map<DemoBuilding, LocalPoint[]>;
}

const hallCodes = new Set(["532", "533", "534", "539", "222", "313", "323"]);
const gapM = 6;

/**
 * Sets the buildings of a site beside and behind one another, the largest at the street and the sheds at the back, in
 * rows that leave a gap between all of them. Nothing overlaps.
 */
export function arrangeSite(random: Random, site: Site): SitePlan {
  const boxes = [...site.buildings]
    .sort((a, b) => Number(a.isShed) - Number(b.isShed) || b.footprintM2 - a.footprintM2)
    .map((building) => ({
      building,
      shape: footprintOf(random, building.footprintM2, hallCodes.has(building.useCode)),
    }));
  const total = boxes.reduce((sum, { shape }) => sum + (shape.widthM + gapM) * (shape.depthM + gapM), 0);
  const widthM = Math.max(Math.sqrt(total) * 1.15, ...boxes.map(({ shape }) => shape.widthM));
  const setbackM = random.between(2, 9);
  const outlines = new Map<DemoBuilding, LocalPoint[]>();
  let [x, y, rowDepthM] = [0, setbackM, 0];
  for (const { building, shape } of boxes) {
    if (x > 0 && x + shape.widthM > widthM) [x, y, rowDepthM] = [0, y + rowDepthM + gapM, 0];
    outlines.set(building, moved(shape, x, y));
    x += shape.widthM + gapM;
    rowDepthM = Math.max(rowDepthM, shape.depthM);
  }
  return { widthM, depthM: y + rowDepthM, outlines };
}

const moved = ({ outline }: Footprint, x: number, y: number): LocalPoint[] =>
  outline.map(([localX, localY]) => [localX + x, localY + y]);
