import type { Position } from "./position.ts";

/** A cell of a grid laid over the map at one zoom level, counted east from longitude 0 and north from the equator. */
export type Cell = { zoom: number; column: number; row: number };

/** Width and height of a cell in degrees. */
export type CellSize = { lonDegrees: number; latDegrees: number };

/** Side of a cell on the screen, in pixels of a map whose world is 256 pixels wide at zoom 0. */
const CELL_PIXELS = 64;

/** Degrees of latitude are drawn longer than those of longitude, here as at 56° north: cells look square in Denmark. */
const LAT_SHARE = 0.5625;

/** The size of a grid cell in degrees at a zoom level: it halves with every level. PostGIS counts with the same size
 *  (`floor(ST_X(p) / lonDegrees)`), so that a cell has the same key on both sides.
 *  @example cellSize(12) // { lonDegrees: 0.02197265625, latDegrees: 0.012359619140625 } */
export function cellSize(zoom: number): CellSize {
  const lonDegrees = (360 * CELL_PIXELS) / 256 / 2 ** zoom;
  return { lonDegrees, latDegrees: lonDegrees * LAT_SHARE };
}

/** The cell that a position falls in; its south and west edges belong to it.
 *  @example cellAt([12.5683, 55.6761], 12) // { zoom: 12, column: 571, row: 4504 } */
export function cellAt([lon, lat]: Position, zoom: number): Cell {
  const { lonDegrees, latDegrees } = cellSize(zoom);
  return { zoom, column: Math.floor(lon / lonDegrees), row: Math.floor(lat / latDegrees) };
}

/** The middle of a cell.
 *  @example cellCentre({ zoom: 12, column: 571, row: 4504 }) // about [12.557, 55.674] */
export function cellCentre({ zoom, column, row }: Cell): Position {
  const { lonDegrees, latDegrees } = cellSize(zoom);
  return [(column + 0.5) * lonDegrees, (row + 0.5) * latDegrees];
}

/** A name for the cell that no other cell has.
 *  @example cellKey({ zoom: 12, column: 571, row: 4504 }) // "12/571/4504" */
export function cellKey({ zoom, column, row }: Cell): string {
  return `${zoom}/${column}/${row}`;
}
