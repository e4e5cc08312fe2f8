import Supercluster from "supercluster";
import type { Bbox } from "#geo/bbox.ts";
import type { MapCells, MapPoints } from "#domain/map-data.ts";
import { classBounds, type MapLayer } from "#domain/map-layer.ts";
import { toWorld } from "./frame.ts";
import { colourOf } from "./palette.ts";

/** From this many buildings they are gathered into cells in the browser. */
export const clusterFrom = 5_000;

/** Buildings gathered at one place. Areas in m², money in øre; `onlyId` where it is a single building. */
export interface Cell {
  x: number;
  y: number;
  count: number;
  areaM2: number;
  letM2: number;
  exteriorBacklogOre: number;
  meanCondition: number | null;
  onlyId: string | null;
}

/** Cells as the database summed them, on the world square. */
export const cellsOf = (data: MapCells): Cell[] =>
  data.count.map((count, index) => {
    const [x, y] = toWorld([data.lon[index]!, data.lat[index]!]);
    return {
      x,
      y,
      count,
      areaM2: data.areaM2[index]!,
      letM2: data.letM2[index]!,
      exteriorBacklogOre: data.exteriorBacklogOre[index]!,
      meanCondition: data.meanCondition[index] ?? null,
      onlyId: count === 1 ? data.anyId[index]! : null,
    };
  });

type Sums = { areaM2: number; letM2: number; backlog: number; conditions: number; surveyed: number };
type Gatherer = Supercluster<Sums & { index: number }, Sums>;

/** Gathers many buildings by place, once; `cellsIn` then answers for any extent in a few milliseconds. */
export function gather(data: MapPoints): Gatherer {
  const gatherer: Gatherer = new Supercluster({
    radius: 48,
    maxZoom: 15,
    map: ({ areaM2, letM2, backlog, conditions, surveyed }) => ({
      areaM2,
      letM2,
      backlog,
      conditions,
      surveyed,
    }),
    reduce: (sums, one) => {
      sums.areaM2 += one.areaM2;
      sums.letM2 += one.letM2;
      sums.backlog += one.backlog;
      sums.conditions += one.conditions;
      sums.surveyed += one.surveyed;
    },
  });
  return gatherer.load(
    data.id.map((_, index) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [data.lon[index]!, data.lat[index]!] },
      properties: {
        index,
        areaM2: data.areaM2[index]!,
        letM2: data.letM2[index]!,
        backlog: data.exteriorBacklogOre[index]!,
        conditions: data.condition[index] ?? 0,
        surveyed: data.condition[index] === null ? 0 : 1,
      },
    })),
  ) as Gatherer;
}

/** The cells of an extent, and the indexes of the buildings that stand alone there. */
export function cellsIn(gatherer: Gatherer, bbox: Bbox, zoom: number): { cells: Cell[]; alone: number[] } {
  const cells: Cell[] = [];
  const alone: number[] = [];
  for (const { geometry, properties } of gatherer.getClusters(bbox, Math.floor(zoom))) {
    if (!("cluster" in properties)) {
      alone.push(properties.index);
      continue;
    }
    const [x, y] = toWorld(geometry.coordinates as [number, number]);
    cells.push({
      x,
      y,
      count: properties.point_count,
      areaM2: properties.areaM2,
      letM2: properties.letM2,
      exteriorBacklogOre: properties.backlog,
      meanCondition: properties.surveyed > 0 ? properties.conditions / properties.surveyed : null,
      onlyId: null,
    });
  }
  return { cells, alone };
}

const classAmong = (bounds: readonly number[], value: number): number => {
  const index = bounds.findIndex((bound) => value < bound);
  return index < 0 ? bounds.length : index;
};

/** The colour of a cell: of its own rate where the layer is one that can be summed, else none in particular. */
export function cellColour(layer: MapLayer, cell: Cell): string {
  if (layer === "backlog" && cell.areaM2 > 0)
    return colourOf(layer, classAmong(classBounds.backlog, cell.exteriorBacklogOre / 100 / cell.areaM2));
  if (layer === "letting" && cell.areaM2 > 0)
    return colourOf(layer, classAmong(classBounds.letting, cell.letM2 / cell.areaM2));
  if (layer === "condition" && cell.meanCondition !== null)
    return colourOf(layer, Math.round(cell.meanCondition) - 1);
  return "#c3d5e4";
}

/** Half the side of a cell's square in pixels: its area grows with the number of buildings, within limits. */
export const cellReach = (count: number): number => Math.min(26, 9 + Math.sqrt(count) * 0.55);
