import type { LeafletMouseEvent } from "leaflet";
import { useRef } from "react";
import { useMapEvents } from "react-leaflet";
import { frameOf } from "./canvas-layer.client.ts";
import type { Hit, Scene } from "./scene.ts";

/** A place in the map's window, in pixels. */
export interface At {
  x: number;
  y: number;
}

type PointerProps = {
  scene: Scene | null;
  isDrawing: boolean;
  onPoint: (hit: Hit | null, at: At) => void;
  onPick: (hit: Hit | null, at: At) => void;
};

/** Turns where the pointer is into what is there. */
export function Pointer({ scene, isDrawing, onPoint, onPick }: PointerProps) {
  const request = useRef(0);
  const map = useMapEvents({
    mousemove: ({ containerPoint }: LeafletMouseEvent) => {
      cancelAnimationFrame(request.current);
      request.current = requestAnimationFrame(() => {
        const hit = isDrawing ? null : (scene?.hitAt(frameOf(map), containerPoint) ?? null);
        map.getContainer().style.cursor = isDrawing ? "crosshair" : hit ? "pointer" : "";
        onPoint(hit, containerPoint);
      });
    },
    mouseout: ({ containerPoint }) => {
      cancelAnimationFrame(request.current);
      onPoint(null, containerPoint);
    },
    movestart: () => onPoint(null, { x: 0, y: 0 }),
    click: ({ containerPoint }) => {
      if (!isDrawing) onPick(scene?.hitAt(frameOf(map), containerPoint) ?? null, containerPoint);
    },
  });
  return null;
}
