import type { Day } from "#domain/day.ts";
import type { MapPoints } from "#domain/map-data.ts";
import { classOf, type MapLayer, type MapSubject } from "#domain/map-layer.ts";
import { toWorld } from "./frame.ts";
import { worstEnd } from "./palette.ts";

/** Buildings made ready to paint: where they lie on the world square, their class, and the order to draw them in. */
export interface Marks {
  data: MapPoints;
  layer: MapLayer;
  x: Float64Array;
  y: Float64Array;
  classes: (number | null)[];
  /** Indexes, first drawn first: what needs attention comes last, and small ones over large ones. */
  order: Uint32Array;
}

/** What a layer asks of the building at an index. */
export const subjectAt = (data: MapPoints, index: number): MapSubject => ({
  useGroup: data.useGroup[index]!,
  administration: data.administration[index] ?? null,
  condition: data.condition[index] ?? null,
  exteriorBacklogOre: data.exteriorBacklogOre[index] ?? 0,
  areaM2: data.areaM2[index] ?? 0,
  letM2: data.letM2[index] ?? 0,
  leaseEndOn: data.leaseEndOn[index] ?? null,
  surveyedOn: data.surveyedOn[index] ?? null,
  trust: data.trust[index] ?? 0,
  estimatedCondition: data.estimatedCondition?.[index] ?? null,
  utilisation: data.utilisation?.[index] ?? null,
  eveningShare: data.eveningShare?.[index] ?? null,
  leaseDateOn: data.leaseDateOn?.[index] ?? null,
  fciBand: data.fciBand?.[index] ?? null,
});

/** The class of every building in a layer, in the order of the data. */
export const classesOf = (data: MapPoints, layer: MapLayer, on: Day): (number | null)[] =>
  data.id.map((_, index) => classOf(layer, subjectAt(data, index), on));

/** How many buildings there are in each class; the last number counts the unknown. @example classCounts([0, 0, null], 2) // [2, 0, 1] */
export function classCounts(classes: readonly (number | null)[], count: number): number[] {
  const counts = new Array<number>(count + 1).fill(0);
  for (const one of classes) {
    const slot = one === null || one >= count ? count : one;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

const urgencyOf = (layer: MapLayer, classIndex: number | null): number => {
  const worst = worstEnd[layer];
  if (worst === null) return 0;
  if (classIndex === null) return -100;
  return worst === "last" ? classIndex : -classIndex;
};

/** Buildings with their places and classes worked out once, so that a pan only paints. */
export function prepareMarks(data: MapPoints, layer: MapLayer, on: Day): Marks {
  const count = data.id.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    [x[index], y[index]] = toWorld([data.lon[index]!, data.lat[index]!]);
  }
  const classes = classesOf(data, layer, on);
  const order = Uint32Array.from({ length: count }, (_, index) => index).sort(
    (a, b) =>
      urgencyOf(layer, classes[a]!) - urgencyOf(layer, classes[b]!) || data.areaM2[b]! - data.areaM2[a]!,
  );
  return { data, layer, x, y, classes, order };
}
