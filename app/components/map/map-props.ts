import type { Bbox } from "#geo/bbox.ts";
import type { Position } from "#geo/position.ts";
import type { Id } from "#domain/id.ts";
import type { MapData, MapPoints } from "#domain/map-data.ts";
import type { MapLayer } from "#domain/map-layer.ts";
import type { FootprintCollection } from "./footprint.ts";
import type { MapView } from "./map-view.ts";

/** A raster source to lay over the light base, and what must be said beside it. */
export interface TileSource {
  url: string;
  attribution: string;
  maxNativeZoom: number;
}

/** What stands beside a mark that is pointed at. */
export interface MarkText {
  title: string;
  subtitle?: string;
  figure?: string;
}

export interface PortfolioMapProps {
  /** Null until they have come; the base picture shows meanwhile. */
  data: MapData | null;
  layer: MapLayer;
  selected: Id | null;
  hovered: Id | null;
  /** Null: fitted to the data once they have come. */
  view: MapView | null;
  tiles?: TileSource | null;
  /** The drawn outline and the box that the search is limited to. */
  outline?: readonly Position[] | null;
  extent?: Bbox | null;
  /** Rings around something, each closed: how far one comes from there. */
  rings?: readonly (readonly Position[])[];
  describe: (data: MapPoints, index: number) => MarkText;
  loadFootprints?: (bbox: Bbox, signal: AbortSignal) => Promise<FootprintCollection>;
  onSelect: (id: Id) => void;
  onHover: (id: Id | null) => void;
  /** After the map has come to rest somewhere else, moved by a person. */
  onViewChange: (view: MapView, bbox: Bbox) => void;
  /** What the map shows once it stands, and whenever it changes size. */
  onShown?: (bbox: Bbox) => void;
  /** A ring was drawn, closed, at most 200 corners. */
  onDraw?: (ring: Position[]) => void;
  /** Buildings that lie on top of each other, to be shown alone. */
  onGather?: (ids: Id[]) => void;
}
