import { useEffect, useMemo, useState } from "react";
import { useMap, useMapEvents } from "react-leaflet";
import type { LatLng } from "leaflet";
import { roundPosition, type Position } from "#geo/position.ts";
import { PaintedLayer } from "./painted-layer.client.tsx";
import { paintOutline, ringOfBox } from "./paint-drawing.ts";

export type DrawKind = "polygon" | "box";

const maxCorners = 199;
const positionAt = ({ lat, lng }: LatLng): Position => roundPosition([lng, lat], 5);

const boxBetween = (a: Position, b: Position): Position[] =>
  ringOfBox([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]);

type DrawToolProps = { kind: DrawKind; onDone: (ring: Position[] | null) => void };

/**
 * Draws an outline: each click is a corner, a box has two of them. Enter or a double click closes it, Backspace takes a
 * corner back, Escape gives up; the space bar sets a corner in the middle of the map, for whoever has no pointer.
 */
export function DrawTool({ kind, onDone }: DrawToolProps) {
  const map = useMap();
  const [corners, setCorners] = useState<Position[]>([]);
  const [pointer, setPointer] = useState<Position | null>(null);
  const finish = (all: Position[]) => onDone(all.length >= 3 ? [...all, all[0]!] : null);
  const add = (corner: Position) => {
    if (kind === "box" && corners[0]) return onDone(boxBetween(corners[0], corner));
    const next = [...corners, corner];
    if (next.length >= maxCorners) finish(next);
    else setCorners(next);
  };
  useMapEvents({
    click: ({ latlng }) => add(positionAt(latlng)),
    mousemove: ({ latlng }) => setPointer(positionAt(latlng)),
    dblclick: () => finish(corners.slice(0, -1)),
  });
  useEffect(() => {
    map.doubleClickZoom.disable();
    map.getContainer().style.cursor = "crosshair";
    return () => {
      map.doubleClickZoom.enable();
      map.getContainer().style.cursor = "";
    };
  }, [map]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onDone(null);
      else if (event.target !== map.getContainer()) return;
      else if (event.key === "Enter") finish(corners);
      else if (event.key === "Backspace") setCorners(corners.slice(0, -1));
      else if (event.key === " ") add(positionAt(map.getCenter()));
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  const painter = useMemo(() => {
    const last = corners.at(-1);
    if (kind === "box" && last && pointer) return paintOutline(boxBetween(last, pointer), true);
    return paintOutline(pointer && last ? [...corners, pointer] : corners, true);
  }, [corners, pointer, kind]);
  return <PaintedLayer painter={painter} pane="focus" />;
}
