import type { map as da } from "../da/map.ts";

export const map = {
  label: "Map of the buildings",
  keys: "Move the map with the arrow keys, zoom with + and −. Everything on the map is also in the list.",
  skip: "Skip the map",
  tools: "Tools of the map",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  showAll: "Show all on the map",
  drawPolygon: "Draw an area",
  drawBox: "Draw a box",
  names: "Show names",
  drawPolygonHint:
    "Click the corners, or move the map and set them in its middle with Space. Double-click or Enter finishes, Esc cancels.",
  drawBoxHint:
    "Click two opposite corners, or move the map and set them in its middle with Space. Esc cancels.",
  cancel: "Cancel",
  overlapTitle: (count: string) => `${count} buildings in one place`,
  showOnly: "Show only these",
  close: "Close the list",
  cell: (count: string) => `${count} buildings`,
  cellHint: "Click to zoom in",
  base: "Districts: approximate",
  loading: "Loading the map",
  needsScript: "The map needs JavaScript. The list shows the same buildings.",
} satisfies typeof da;
