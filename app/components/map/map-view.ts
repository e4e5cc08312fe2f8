import type { Position } from "#geo/position.ts";

/** What part of the earth a map shows: its middle and its zoom level (0 is the world; it may be fractional). */
export interface MapView {
  center: Position;
  zoom: number;
}

/** The whole municipality on a laptop. */
export const wholeCity: MapView = { center: [12.553, 55.672], zoom: 12 };

export const minZoom = 9;
export const maxZoom = 19;

/**
 * Reads a view written as "lat,lon,zoom", the order in which people write places; null for anything else.
 * @example parseMapView("55.68,12.57,14") // { center: [12.57, 55.68], zoom: 14 }
 */
export function parseMapView(text: string | null): MapView | null {
  const parts = (text ?? "").split(",");
  if (parts.length !== 3 || parts.some((part) => part.trim() === "")) return null;
  const [lat = NaN, lon = NaN, zoom = NaN] = parts.map(Number);
  const isOnGlobe = Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  if (!isOnGlobe || !(zoom >= minZoom && zoom <= maxZoom)) return null;
  return { center: [lon, lat], zoom };
}

/** The view as text that `parseMapView` reads back; five decimals are about a metre. */
export function formatMapView({ center: [lon, lat], zoom }: MapView): string {
  return [lat.toFixed(5), lon.toFixed(5), Number(zoom.toFixed(2))].join(",");
}
