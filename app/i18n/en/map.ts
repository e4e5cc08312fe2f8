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
  drawPolygonHint: "Click the corners. Double-click or press Enter to finish, Esc to cancel.",
  drawBoxHint: "Click two opposite corners. Press Esc to cancel.",
  cancel: "Cancel",
  overlapTitle: (count: string) => `${count} buildings in one place`,
  showOnly: "Show only these",
  close: "Close the list",
  cell: (count: string) => `${count} buildings`,
  cellHint: "Click to zoom in",
  base: "Districts: approximate",
  loading: "Loading the map",
} satisfies typeof da;
