import type { MultiPolygonCoordinates, PolygonCoordinates } from "#geo/polygon.ts";
import { toWorldRings, type WorldRings } from "./outlines.ts";

/** From this zoom a building is large enough for its outline to say something. */
export const footprintZoom = 16;

/** The outline of a building on the ground, ready to paint. */
export interface Footprint {
  id: string;
  rings: WorldRings;
}

/** GeoJSON as the footprints of a search come: one feature a building, with the building's id. */
export interface FootprintCollection {
  features: {
    id: string;
    geometry:
      | { type: "Polygon"; coordinates: PolygonCoordinates }
      | { type: "MultiPolygon"; coordinates: MultiPolygonCoordinates };
  }[];
}

export const toFootprints = ({ features }: FootprintCollection): Footprint[] =>
  features.map(({ id, geometry }) => ({
    id,
    rings: toWorldRings(geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates),
  }));
