import { useEffect, useState } from "react";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { MapData } from "#domain/map-data.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import { findChosen, type Chosen } from "./selection-card.tsx";

/**
 * The chosen building: from the rows at hand, else from the map, else asked for by its id. So it is known also where
 * the list has not come to it yet and the map shows cells, and where a filter has left it out since.
 */
export function useChosen(
  id: Id | null,
  rows: readonly PortfolioRow[],
  data: MapData | null,
  on: Day,
): Chosen | null {
  const [asked, setAsked] = useState<PortfolioRow | null>(null);
  const found = findChosen(id, rows, data);
  const missing = data !== null && found === null ? id : null;
  useEffect(() => {
    if (missing === null) return;
    const request = new AbortController();
    fetch(`/portfolio/rows?ids=${missing}&on=${on}`, { signal: request.signal })
      .then((response) => (response.ok ? (response.json() as Promise<{ items: PortfolioRow[] }>) : null))
      .then((page) => setAsked(page?.items[0] ?? null))
      // Without it only the card above the list is missing; the building's own page says the same.
      .catch(() => undefined);
    return () => request.abort();
  }, [missing, on]);
  return found ?? (asked?.id === id ? asked : null);
}
