import { districts, landPolygons } from "#geo/base.ts";
import type { Painter } from "./frame.ts";
import { toWorld } from "./frame.ts";
import { toWorldRings, traceRings } from "./outlines.ts";

const water = "#dbe7f0";
const landColour = "#fbfaf7";
const land = toWorldRings(landPolygons);
const areas = districts.map(({ name, label, outline }) => ({
  name,
  label: toWorld(label),
  outline: toWorldRings(outline),
}));

/** The picture under the data that needs no network: water, land, and the lines between districts. */
export const paintBase: Painter = (context, frame) => {
  context.fillStyle = water;
  context.fillRect(0, 0, frame.width, frame.height);
  context.beginPath();
  traceRings(context, land, frame);
  context.fillStyle = landColour;
  context.fill("evenodd");
  context.lineWidth = 1;
  context.strokeStyle = "#b7c9d6";
  context.stroke();
  context.beginPath();
  for (const { outline } of areas) traceRings(context, outline, frame);
  context.fillStyle = "#ffffff";
  context.fill("evenodd");
  context.strokeStyle = "#c9c3b6";
  context.lineWidth = 0.9;
  context.stroke();
};

/** The names of the districts, over the picture and under the buildings. */
export const paintDistrictNames: Painter = (context, { zoom, worldPixels, left, top }) => {
  const size = Math.min(19, 10.5 + Math.max(0, zoom - 11) * 1.6);
  context.font = `500 ${size}px "IBM Plex Sans Variable", system-ui, sans-serif`;
  context.letterSpacing = "0.04em";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { name, label } of areas) {
    const x = label[0] * worldPixels - left;
    const y = label[1] * worldPixels - top;
    context.lineWidth = 4;
    context.strokeStyle = "rgba(255,255,255,0.85)";
    context.fillStyle = "#5b6975";
    linesOf(name).forEach((line, place, all) => {
      const lineY = y + (place - (all.length - 1) / 2) * size * 1.15;
      context.strokeText(line, x, lineY);
      context.fillText(line, x, lineY);
    });
  }
};

/** Two names joined by a stroke stand under each other. */
const linesOf = (name: string): string[] =>
  name.split("/").map((part, place, all) => (place < all.length - 1 ? `${part}/` : part));
