import L from "leaflet";
import { useEffect, useRef } from "react";
import { useMap, useMapEvents } from "react-leaflet";
import type { Bbox } from "#geo/bbox.ts";
import type { MapData } from "#domain/map-data.ts";
import type { PortfolioMapProps } from "./map-props.ts";
import { formatMapView, type MapView } from "./map-view.ts";

const viewOf = (map: L.Map): MapView => {
  const { lat, lng } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom() };
};

const bboxOfMap = (map: L.Map): Bbox => {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
};

/** Shows all of the data. @returns whether there was anything to show */
export function fitTo(map: L.Map, data: MapData): boolean {
  if (data.lon.length === 0) return false;
  const bounds = L.latLngBounds(data.lat.map((lat, index) => [lat, data.lon[index]!]));
  map.fitBounds(bounds, {
    maxZoom: 16,
    animate: false,
    paddingTopLeft: [8, 12],
    paddingBottomRight: [56, 24],
  });
  return true;
}

type KeeperProps = Pick<PortfolioMapProps, "view" | "data" | "onViewChange" | "onShown">;

/** Keeps the map and the view that was asked for together, whichever of them moves. */
export function ViewKeeper({ view, data, onViewChange, onShown }: KeeperProps) {
  const map = useMap();
  const known = useRef(formatMapView(viewOf(map)));
  const isMovedByUs = useRef(false);
  const isFitted = useRef(view !== null);
  const isUntouched = useRef(view === null);
  useMapEvents({
    moveend: () => {
      const next = viewOf(map);
      const text = formatMapView(next);
      if (text === known.current) return;
      known.current = text;
      if (isMovedByUs.current) return;
      isUntouched.current = false;
      onViewChange(next, bboxOfMap(map));
    },
  });
  const asked = view && formatMapView(view);
  useEffect(() => {
    if (!view || formatMapView(view) === known.current) return;
    isMovedByUs.current = true;
    isUntouched.current = false;
    map.setView([view.center[1], view.center[0]], view.zoom, { animate: false });
    known.current = formatMapView(viewOf(map));
    isMovedByUs.current = false;
    // `asked` is the view as text: an equal view in a new object moves nothing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, asked]);
  useEffect(() => {
    if (isFitted.current || !data) return;
    isMovedByUs.current = true;
    isFitted.current = fitTo(map, data);
    isMovedByUs.current = false;
    onShown?.(bboxOfMap(map));
  }, [map, data, onShown]);
  useEffect(() => {
    const watcher = new ResizeObserver(() => {
      isMovedByUs.current = true;
      map.invalidateSize({ pan: false });
      if (data && isUntouched.current) fitTo(map, data);
      isMovedByUs.current = false;
      onShown?.(bboxOfMap(map));
    });
    watcher.observe(map.getContainer());
    return () => watcher.disconnect();
  }, [map, data, onShown]);
  return null;
}
