import { useEffect, useMemo, useState } from "react";
import type { MapData, MapElements } from "#domain/map-data.ts";

type State = { query: string; elements: MapElements } | null;

/**
 * The map's data with what elements say of the buildings, fetched once for a search when a layer asks for it. Until it
 * is there, and where the map shows cells, the data stays as it is.
 */
export function useMapElements(data: MapData | null, query: string, isAsked: boolean): MapData | null {
  const [state, setState] = useState<State>(null);
  const isThere = state?.query === query;
  useEffect(() => {
    if (!isAsked || isThere) return;
    const asked = new AbortController();
    fetch(`/portfolio/map-elements?${query}`, { signal: asked.signal })
      .then(async (answer) => {
        if (answer.ok) setState({ query, elements: (await answer.json()) as MapElements });
      })
      // What did not come leaves the buildings uncoloured; the legend says that they are unknown.
      .catch(() => undefined);
    return () => asked.abort();
  }, [query, isAsked, isThere]);
  return useMemo(() => {
    if (!data || data.kind !== "points" || !isAsked || state?.query !== query) return data;
    const { id, estimatedCondition, fciBand } = state.elements;
    const at = new Map(id.map((one, index) => [one, index]));
    const column = <Value>(values: Value[]) => data.id.map((one) => values[at.get(one) ?? -1] ?? null);
    return { ...data, estimatedCondition: column(estimatedCondition), fciBand: column(fciBand) };
  }, [data, query, isAsked, state]);
}
