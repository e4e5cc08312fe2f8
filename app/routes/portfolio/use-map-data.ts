import { useCallback, useEffect, useState } from "react";
import { expandBbox, formatBbox, type Bbox } from "#geo/bbox.ts";
import type { MapData } from "#domain/map-data.ts";
import type { FootprintCollection } from "#app/components/map/footprint.ts";
import { useMapElements, type MapExtra } from "./use-map-elements.ts";

type State = { query: string; data: MapData | null; isByViewport: boolean; hasFailed: boolean };

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${url.split("?")[0]} answered ${response.status}`);
  return (await response.json()) as T;
}

/**
 * The map's data for the filters. Fetched once where the answer holds every building; where there are so many that the
 * database answered with cells, fetched again for what the map shows, whenever that changes. What elements or use say
 * of the buildings comes apart, when the layer asks for it.
 */
export function useMapData(query: string, viewport: Bbox | null, extra: MapExtra) {
  const [state, setState] = useState<State>({ query, data: null, isByViewport: false, hasFailed: false });
  const [attempt, setAttempt] = useState(0);
  const isByViewport = state.query === query && state.isByViewport;
  const seen = isByViewport && viewport ? formatBbox(expandBbox(viewport, 0.25)) : null;
  useEffect(() => {
    const asked = new AbortController();
    const url = `/portfolio/map-data?${query}${seen ? `&viewport=${seen}` : ""}`;
    fetchJson<MapData>(url, asked.signal).then(
      (data) =>
        setState({ query, data, isByViewport: seen !== null || data.kind === "cells", hasFailed: false }),
      () => {
        if (!asked.signal.aborted) setState((last) => ({ ...last, query, hasFailed: true }));
      },
    );
    return () => asked.abort();
  }, [query, seen, attempt]);
  const loadFootprints = useCallback(
    (bbox: Bbox, signal: AbortSignal) =>
      fetchJson<FootprintCollection>(`/portfolio/footprints?${query}&viewport=${formatBbox(bbox)}`, signal),
    [query],
  );
  const data = useMapElements(state.data, query, extra);
  return {
    data,
    isCurrent: state.query === query && state.data !== null,
    hasFailed: state.hasFailed,
    tryAgain: () => setAttempt((count) => count + 1),
    loadFootprints,
  };
}
