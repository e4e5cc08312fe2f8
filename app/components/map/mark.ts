import type { Tenure } from "#domain/portfolio-row.ts";
import { glyphOf, ink, inkOn, unknownColour } from "./palette.ts";

/** From this zoom marks are large enough to carry the number of their class. */
export const glyphZoom = 15;

/**
 * The radius of a building's mark in pixels: its disc grows with the area, within what can be hit and what does not
 * cover its neighbours. @example markRadius(2_500, 13) // 4.5
 */
export function markRadius(areaM2: number, zoom: number): number {
  const radius = Math.min(11, 2.2 + Math.sqrt(Math.max(0, areaM2)) / 22);
  const growth = Math.min(1.6, Math.max(0.7, 1 + (zoom - 13) * 0.17));
  return zoom >= glyphZoom ? Math.max(8.5, radius * growth) : radius * growth;
}

/**
 * Draws one mark. How the building is held is its shape, so that it reads without colour: a full disc is the city's
 * own, a ring is leased in, a hollow square is outside KEjd.
 */
export function drawMark(
  context: CanvasRenderingContext2D,
  mark: { x: number; y: number; radius: number; tenure: Tenure; colour: string; glyph: string | null },
): void {
  const { x, y, radius, tenure, colour, glyph } = mark;
  const isHollow = tenure !== "owned";
  context.beginPath();
  trace(context, tenure, x, y, radius);
  context.fillStyle = colour;
  context.fill();
  context.lineWidth = radius < 4 ? 0.7 : 1;
  context.strokeStyle = ink;
  context.stroke();
  if (isHollow) {
    context.beginPath();
    trace(context, tenure, x, y, radius * (radius > 8 ? 0.68 : 0.5));
    context.fillStyle = "#ffffff";
    context.fill();
    context.lineWidth = 0.6;
    context.stroke();
  }
  if (glyph) {
    context.fillStyle = inkOn(isHollow ? unknownColour : colour);
    context.fillText(glyph, x, y + 0.5);
  }
}

/** The outline of a mark, for whoever fills or strokes it. */
export function trace(
  context: CanvasRenderingContext2D,
  tenure: Tenure,
  x: number,
  y: number,
  radius: number,
): void {
  if (tenure === "outside") {
    const side = radius * 0.9;
    context.rect(x - side, y - side, side * 2, side * 2);
  } else {
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

export const glyphFont = '600 10px "IBM Plex Sans Variable", system-ui, sans-serif';

/** What is written on a mark at a zoom level, or null where there is no room. */
export const glyphAt = (zoom: number, classIndex: number | null): string | null =>
  zoom >= glyphZoom ? glyphOf(classIndex) : null;
