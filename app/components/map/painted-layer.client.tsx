import { useEffect, useRef } from "react";
import { useMap } from "react-leaflet";
import { CanvasLayer } from "./canvas-layer.client.ts";
import type { Painter } from "./frame.ts";

/** Where the painted layers lie: Leaflet's own tiles are at 200, its controls above 800. */
const panes = { base: 150, data: 400, focus: 450 } as const;

/** A canvas of the map as a component: React hands over a painter, Leaflet asks it to paint. */
export function PaintedLayer({ painter, pane }: { painter: Painter; pane: keyof typeof panes }) {
  const map = useMap();
  const layer = useRef<CanvasLayer | null>(null);
  const latest = useRef(painter);
  latest.current = painter;
  useEffect(() => {
    const element = map.getPane(pane) ?? map.createPane(pane);
    element.style.zIndex = String(panes[pane]);
    element.style.pointerEvents = "none";
    const created = new CanvasLayer(latest.current, pane).addTo(map);
    layer.current = created;
    return () => {
      created.remove();
    };
  }, [map, pane]);
  useEffect(() => {
    layer.current?.setPainter(painter);
  }, [painter]);
  return null;
}

/** One painter after the other on the same canvas; each begins with the canvas as it was. */
export const inTurn =
  (...painters: (Painter | null)[]): Painter =>
  (context, frame) => {
    for (const paint of painters) {
      if (!paint) continue;
      context.save();
      paint(context, frame);
      context.restore();
    }
  };
