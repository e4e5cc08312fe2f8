import { useCallback, useEffect, useRef, useState } from "react";
import type { PortfolioRow } from "#domain/portfolio-row.ts";

interface FirstPage {
  items: PortfolioRow[];
  nextCursor: string | null;
}

/** The rows of the list: the first page as the server sent it, and those that were asked for since. */
export function useBuildingRows(first: FirstPage, listQuery: string) {
  const [further, setFurther] = useState<{
    of: FirstPage;
    items: PortfolioRow[];
    nextCursor: string | null;
  } | null>(null);
  const asked = useRef<AbortController | null>(null);
  const isOfThisList = further?.of === first;
  const items = isOfThisList ? further.items : first.items;
  const nextCursor = isOfThisList ? further.nextCursor : first.nextCursor;
  useEffect(
    () => () => {
      asked.current?.abort();
      asked.current = null;
    },
    [first],
  );
  const loadMore = useCallback(() => {
    if (asked.current || nextCursor === null) return;
    const request = new AbortController();
    asked.current = request;
    fetch(`/portfolio/rows?${listQuery}&cursor=${encodeURIComponent(nextCursor)}`, { signal: request.signal })
      .then((response) => (response.ok ? (response.json() as Promise<FirstPage>) : Promise.reject(response)))
      .then((page) =>
        setFurther({ of: first, items: [...items, ...page.items], nextCursor: page.nextCursor }),
      )
      // The link below the list still leads on, so a page that did not come is asked for again on the next scroll.
      .catch(() => undefined)
      .finally(() => {
        if (asked.current === request) asked.current = null;
      });
  }, [first, items, nextCursor, listQuery]);
  return { items, nextCursor, loadMore };
}
