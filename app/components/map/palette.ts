import type { MapLayer } from "#domain/map-layer.ts";
import { conditionColours } from "./condition-colours.ts";

/**
 * The colours of the classes of every layer, first class first. All are safe for the common kinds of colour blindness:
 * qualitative ones after Okabe and Ito and after Tol, ordered ones from ColorBrewer (RdYlBu, YlOrRd, RdPu) and viridis.
 * Pale classes would vanish on a pale map, so every mark has a dark outline, and its class number from zoom 15.
 */
export const palettes: Record<MapLayer, readonly string[]> = {
  use: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#e0660f", "#8a949c"],
  administration: [
    "#332288",
    "#88ccee",
    "#117733",
    "#ddcc77",
    "#cc6677",
    "#882255",
    "#44aa99",
    "#999933",
    "#aa4499",
    "#8a949c",
  ],
  condition: conditionColours,
  estimate: conditionColours,
  fci: ["#2c7bb6", "#abd9e9", "#fdb863", "#d7191c"],
  backlog: ["#d5dee6", "#fff3b0", "#fecc5c", "#fd8d3c", "#e31a1c", "#800026"],
  letting: ["#440154", "#3b528b", "#1f9e89", "#5ec962", "#fde725"],
  leaseEnd: ["#49006a", "#ae017e", "#cf2889", "#f768a1", "#fbb4b9", "#feebe2"],
  leaseDate: ["#49006a", "#ae017e", "#cf2889", "#f768a1", "#fbb4b9", "#feebe2"],
  surveyAge: ["#2c7bb6", "#abd9e9", "#fdb863", "#d7191c"],
  trust: ["#440154", "#3b528b", "#1f9e89", "#5ec962", "#fde725"],
  utilisation: ["#440154", "#3b528b", "#1f9e89", "#5ec962", "#fde725"],
  evening: ["#440154", "#3b528b", "#1f9e89", "#5ec962", "#fde725"],
};

/** Which end of an ordered layer needs attention: that end is drawn on top. Names have no order. */
export const worstEnd: Record<MapLayer, "first" | "last" | null> = {
  use: null,
  administration: null,
  condition: "last",
  estimate: "last",
  fci: "last",
  backlog: "last",
  letting: "first",
  leaseEnd: "first",
  leaseDate: "first",
  surveyAge: "last",
  trust: "first",
  utilisation: "first",
  evening: "first",
};

/** What is not known: no colour at all. */
export const unknownColour = "#ffffff";

/** The colour of a class; a portfolio with more administrations than colours begins again, the number tells them apart. */
export function colourOf(layer: MapLayer, classIndex: number | null): string {
  const colours = palettes[layer];
  return classIndex === null ? unknownColour : (colours[classIndex % colours.length] ?? unknownColour);
}

/** What is written on a mark of the class: its number in the legend, or a dash for the unknown. @example glyphOf(0) // "1" */
export const glyphOf = (classIndex: number | null): string =>
  classIndex === null ? "–" : String(classIndex + 1);

const channel = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance of a `#rrggbb` colour, 0 to 1 (WCAG 2.2). */
export function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). @example contrastOf("#000000", "#ffffff") // 21 */
export function contrastOf(a: string, b: string): number {
  const [light, dark] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const ink = "#14202b";

/** Ink or white, whichever reads better on the colour. */
export const inkOn = (colour: string): string =>
  contrastOf(colour, ink) >= contrastOf(colour, "#ffffff") ? ink : "#ffffff";
