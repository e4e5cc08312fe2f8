import { useNavigate } from "@remix-run/react";
import { useEffect, useMemo, useRef } from "react";
import { formatBbox, type Bbox } from "#geo/bbox.ts";
import type { Position } from "#geo/position.ts";
import { formatMapView, type MapView } from "#app/components/map/map-view.ts";
import type { MapLayer } from "#domain/map-layer.ts";
import { withParams, type ParamChanges } from "./portfolio-url.ts";

const restMs = 250;

/** What a hand on the map or the list does to the address. */
export interface ViewNavigation {
  moveTo: (view: MapView, limit: Bbox | null) => void;
  select: (id: string | null) => void;
  colourBy: (layer: MapLayer) => void;
  draw: (ring: Position[]) => void;
  gather: (ids: string[]) => void;
  /** Limits the search to what the map shows, or no more; says which, as there may be no map yet. */
  limitToMap: (isLimited: boolean) => boolean;
}

/**
 * Keeps the address in step with the page. Where one looks replaces the last entry of the history, what one asks for
 * adds one, so that "back" undoes a question and not a pan. The address is read when it is changed: a pan may still be
 * waiting to be written.
 */
export function useViewNavigation(viewport: () => Bbox | null): ViewNavigation {
  const navigate = useNavigate();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<ParamChanges>({});
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => {
    const go = (changes: ParamChanges, replace: boolean) => {
      clearTimeout(timer.current);
      const all = { ...pending.current, ...changes };
      pending.current = {};
      navigate(withParams(window.location.search, all), { replace, preventScrollReset: true });
    };
    return {
      moveTo: (view, limit) => {
        pending.current = { at: formatMapView(view), ...(limit && { bbox: formatBbox(limit) }) };
        clearTimeout(timer.current);
        timer.current = setTimeout(() => go({}, true), restMs);
      },
      select: (id) => go({ selected: id }, true),
      colourBy: (layer) => go({ layer }, false),
      draw: (ring) =>
        go(
          {
            ring: ring
              .slice(0, -1)
              .map((corner) => corner.join(","))
              .join(";"),
          },
          false,
        ),
      gather: (ids) => go({ ids: ids.join(",") }, false),
      limitToMap: (isLimited) => {
        const seen = isLimited ? viewport() : null;
        go({ bbox: seen && formatBbox(seen) }, false);
        return seen !== null;
      },
    };
  }, [navigate, viewport]);
}
