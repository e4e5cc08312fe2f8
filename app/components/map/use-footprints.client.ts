import { useEffect, useState } from "react";
import { useMap, useMapEvents } from "react-leaflet";
import { expandBbox } from "#geo/bbox.ts";
import { bboxOfFrame } from "./frame.ts";
import { frameOf } from "./canvas-layer.client.ts";
import { footprintZoom, toFootprints, type Footprint } from "./footprint.ts";
import type { PortfolioMapProps } from "./map-props.ts";

const none: Footprint[] = [];

/** The footprints of the buildings in view, from the zoom where they say something; fetched when the map rests. */
export function useFootprints(load: PortfolioMapProps["loadFootprints"]): Footprint[] {
  const map = useMap();
  const [footprints, setFootprints] = useState(none);
  const [rest, setRest] = useState(0);
  useMapEvents({ moveend: () => setRest((count) => count + 1) });
  useEffect(() => {
    if (!load || map.getZoom() < footprintZoom) {
      setFootprints(none);
      return;
    }
    const asked = new AbortController();
    load(expandBbox(bboxOfFrame(frameOf(map)), 0.25), asked.signal).then(
      (collection) => setFootprints(toFootprints(collection)),
      // Marks show the same buildings: footprints that did not come leave nothing out.
      () => asked.signal.aborted || setFootprints(none),
    );
    return () => asked.abort();
  }, [load, map, rest]);
  return footprints;
}
