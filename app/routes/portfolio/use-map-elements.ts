import { useEffect, useMemo, useState } from "react";
import type { MapData, MapDates, MapElements, MapUse } from "#domain/map-data.ts";
import type { extraOf } from "#domain/map-layer.ts";

/** What a layer asks for beside the buildings. */
export type MapExtra = ReturnType<typeof extraOf>;

type Columns = MapElements | MapUse | MapDates;
type State = { asked: string; columns: Columns };

/**
 * The map's data with what elements, or use, say of the buildings, fetched once for a search when a layer asks for it. Until
 * it is there, and where the map shows cells, the data stays as it is.
 */
export function useMapElements(data: MapData | null, query: string, extra: MapExtra): MapData | null {
  const [state, setState] = useState<State | null>(null);
  const url = extra && `/portfolio/map-${extra}?${query}`;
  const isThere = state?.asked === url;
  useEffect(() => {
    if (!url || isThere) return;
    const asked = new AbortController();
    fetch(url, { signal: asked.signal })
      .then(async (answer) => {
        if (answer.ok) setState({ asked: url, columns: (await answer.json()) as Columns });
      })
      // What did not come leaves the buildings uncoloured; the legend says that they are unknown.
      .catch(() => undefined);
    return () => asked.abort();
  }, [url, isThere]);
  return useMemo(() => {
    if (!data || data.kind !== "points" || !state || state.asked !== url) return data;
    const { id, ...columns } = state.columns;
    const at = new Map(id.map((one, index) => [one, index]));
    const inOrder = (values: unknown[]) => data.id.map((one) => values[at.get(one) ?? -1] ?? null);
    return {
      ...data,
      ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, inOrder(values)])),
    };
  }, [data, url, state]);
}
