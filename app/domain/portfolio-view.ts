import { isId, type Id } from "./id.ts";
import { mapLayers, type MapLayer } from "./map-layer.ts";

export const portfolioSorts = [
  "name",
  "address",
  "area",
  "backlog",
  "backlogPerM2",
  "condition",
  "surveyed",
  "leaseEnd",
  "built",
  "letting",
] as const;
export type PortfolioSort = (typeof portfolioSorts)[number];

/** How the page shows what was found: layer, order and the building in focus. */
export interface PortfolioView {
  layer: MapLayer;
  sort: PortfolioSort;
  order: "asc" | "desc";
  selected: Id | null;
}

const oneOf = <T extends string>(known: readonly T[], value: string | null, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/**
 * Reads the view from a URL; what is missing or unknown is the first choice. It is read in the browser at every pan, so
 * it stands apart from the search and what that needs.
 * @example readPortfolioView(new URLSearchParams("layer=trust&order=up")) // layer "trust", order "asc"
 */
export function readPortfolioView(params: URLSearchParams): PortfolioView {
  const selected = params.get("selected");
  return {
    layer: oneOf(mapLayers, params.get("layer"), "use"),
    sort: oneOf(portfolioSorts, params.get("sort"), "name"),
    order: oneOf(["asc", "desc"], params.get("order"), "asc"),
    selected: isId(selected) ? selected : null,
  };
}
