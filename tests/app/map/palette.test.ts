import { describe, expect, it } from "vitest";
import { classCount, mapLayers } from "#domain/map-layer.ts";
import {
  colourOf,
  contrastOf,
  glyphOf,
  ink,
  inkOn,
  palettes,
  unknownColour,
} from "#app/components/map/palette.ts";

describe("the colours of the map", () => {
  it("has a colour of its own for every class of every layer with fixed classes", () => {
    for (const layer of mapLayers.filter((one) => one !== "administration")) {
      const colours = palettes[layer];
      expect(colours, layer).toHaveLength(classCount(layer, 0));
      expect(new Set(colours).size, layer).toBe(colours.length);
    }
  });

  it("outlines every mark so that it stands out from the land, however pale its class", () => {
    expect(contrastOf(ink, "#ffffff")).toBeGreaterThan(3);
    expect(contrastOf(ink, "#fbfaf7")).toBeGreaterThan(3);
  });

  it("writes the number of a class readably on its colour", () => {
    for (const colour of Object.values(palettes).flat()) {
      expect(contrastOf(inkOn(colour), colour), colour).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("gives the unknown no colour, and a dash for a number", () => {
    expect(colourOf("condition", null)).toBe(unknownColour);
    expect(glyphOf(null)).toBe("–");
    expect(glyphOf(0)).toBe("1");
  });

  it("begins its colours again where there are more administrations than colours", () => {
    expect(colourOf("administration", palettes.administration.length)).toBe(colourOf("administration", 0));
  });
});
