import { useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Bbox } from "#geo/bbox.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import { extraOf } from "#domain/map-layer.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import { type PortfolioSearch } from "#domain/portfolio-search.ts";
import { readPortfolioView } from "#domain/portfolio-view.ts";
import { chipsOf } from "./chips.ts";
import type { loadPortfolio } from "./load-portfolio.server.ts";
import { filterQuery, readable, readShown } from "./portfolio-url.ts";
import { useBuildingRows } from "./use-building-rows.ts";
import { useChosen } from "./use-chosen.ts";
import { useMapData } from "./use-map-data.ts";
import { useViewNavigation } from "./use-view-navigation.ts";

/** The page's state: what the server found, what the address says, and what the pointer is at. */
export function usePortfolioPage() {
  const data = useLoaderData<typeof loadPortfolio>();
  const search = data.search as PortfolioSearch;
  const [params] = useSearchParams();
  const query = params.toString();
  const view = useView(query);
  const viewport = useRef<Bbox | null>(null);
  const [seen, setSeen] = useState<Bbox | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const navigation = useViewNavigation(useCallback(() => viewport.current, []));
  const map = useMapData(filterQuery(query, ["bbox"]), seen, extraOf(view.layer));
  const listQuery = [filterQuery(query), `sort=${view.sort}&order=${view.order}`].filter(Boolean).join("&");
  const firstPage = useMemo(
    () => ({ items: data.items as PortfolioRow[], nextCursor: data.nextCursor }),
    [data.items, data.nextCursor],
  );
  const rows = useBuildingRows(firstPage, listQuery);
  const chips = useChips(data, search, query);
  return {
    ...{ data, search, query, view, hovered, setHovered, navigation, map, listQuery, rows, chips },
    at: params.get("at"),
    shown: readShown(params),
    savable: readable(params),
    isLoading: useNavigation().state === "loading",
    administrations: useMemo(() => data.options.administrations.map(({ name }) => name), [data.options]),
    chosen: useChosen(view.selected, rows.items, map.data, search.on),
    onViewport: useCallback((bbox: Bbox) => {
      viewport.current = bbox;
      setSeen(bbox);
    }, []),
  };
}

export type PortfolioPageState = ReturnType<typeof usePortfolioPage>;

const useView = (query: string) => useMemo(() => readPortfolioView(new URLSearchParams(query)), [query]);

function useChips(
  data: ReturnType<typeof useLoaderData<typeof loadPortfolio>>,
  search: PortfolioSearch,
  query: string,
) {
  const words = useWords(portfolio);
  const format = useFormats();
  return useMemo(
    () => chipsOf({ search, query, today: data.today, options: data.options, words, format }),
    [search, query, data.today, data.options, words, format],
  );
}
