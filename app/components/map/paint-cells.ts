import type { MapLayer } from "#domain/map-layer.ts";
import { cellColour, cellReach, type Cell } from "./cells.ts";
import type { Frame, Painter } from "./frame.ts";
import { ink, inkOn } from "./palette.ts";

/** Paints cells as squares with the number of their buildings; the largest first, so that small ones stay in reach. */
export const paintCells =
  (cells: readonly Cell[], layer: MapLayer, write: (count: number) => string): Painter =>
  (context, { worldPixels, left, top }) => {
    context.font = '600 11px "IBM Plex Sans Variable", system-ui, sans-serif';
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const cell of [...cells].sort((a, b) => b.count - a.count)) {
      const x = cell.x * worldPixels - left;
      const y = cell.y * worldPixels - top;
      const reach = cellReach(cell.count);
      context.beginPath();
      context.roundRect(x - reach, y - reach, reach * 2, reach * 2, 4);
      context.fillStyle = cellColour(layer, cell);
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = ink;
      context.stroke();
      context.fillStyle = inkOn(context.fillStyle);
      context.fillText(write(cell.count), x, y + 0.5);
    }
  };

/** The cell under a point of the canvas, the smallest first. */
export function cellAt(cells: readonly Cell[], frame: Frame, at: { x: number; y: number }): Cell | null {
  const hits = cells.filter((cell) => {
    const reach = cellReach(cell.count);
    const dx = cell.x * frame.worldPixels - frame.left - at.x;
    const dy = cell.y * frame.worldPixels - frame.top - at.y;
    return Math.abs(dx) <= reach && Math.abs(dy) <= reach;
  });
  return hits.sort((a, b) => a.count - b.count)[0] ?? null;
}
