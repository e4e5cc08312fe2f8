import "leaflet/dist/leaflet.css";
import type { Map as LeafletInstance } from "leaflet";
import { useEffect, useMemo, useState } from "react";
import { MapContainer, ScaleControl } from "react-leaflet";
import { useFormats, useWords } from "../../i18n/use-words.tsx";
import { map as mapWords } from "../../i18n/map.ts";
import { DataLayers } from "./data-layers.client.tsx";
import { DrawTool, type DrawKind } from "./draw-tool.client.tsx";
import { MapAttribution } from "./map-attribution.client.tsx";
import type { PortfolioMapProps } from "./map-props.ts";
import { MapTools } from "./map-tools.tsx";
import { maxZoom, minZoom, wholeCity } from "./map-view.ts";
import { PaintedLayer } from "./painted-layer.client.tsx";
import { paintBase } from "./paint-base.ts";
import { PointerLayer } from "./pointer-layer.client.tsx";
import { RasterTiles } from "./raster-tiles.client.tsx";
import { sceneOf } from "./scene.ts";
import { fitTo, ViewKeeper } from "./view-keeper.client.tsx";

/** The map with all that Leaflet needs; only `PortfolioMap` knows it. */
export default function LeafletMap(props: PortfolioMapProps) {
  const format = useFormats();
  const [map, setMap] = useState<LeafletInstance | null>(null);
  const [drawing, setDrawing] = useState<DrawKind | null>(null);
  const [showsNames, setNames] = useState(false);
  const { data, layer, tiles } = props;
  const scene = useMemo(() => data && sceneOf(data, layer, format.number), [data, layer, format]);
  const start = props.view ?? wholeCity;
  useMapLabel(map);
  return (
    <div className="relative size-full">
      <MapContainer
        ref={setMap}
        center={[start.center[1], start.center[0]]}
        zoom={start.zoom}
        {...{ minZoom, maxZoom }}
        zoomSnap={0.25}
        wheelPxPerZoomLevel={90}
        zoomControl={false}
        attributionControl={false}
        className="peer isolate size-full max-md:[&_.leaflet-bottom]:bottom-5! bg-[#dbe7f0] font-sans focus-visible:outline-3 focus-visible:-outline-offset-3 focus-visible:outline-blue"
      >
        <PaintedLayer painter={paintBase} pane="base" />
        {tiles && <RasterTiles tiles={tiles} />}
        <DataLayers {...props} {...{ scene, showsNames }} hasTiles={Boolean(tiles)} />
        <PointerLayer {...props} scene={scene} isDrawing={drawing !== null} />
        <ViewKeeper {...props} />
        <ScaleControl position="bottomleft" imperial={false} maxWidth={120} />
        {drawing && (
          <DrawTool
            key={drawing}
            kind={drawing}
            onDone={(ring) => {
              setDrawing(null);
              if (ring) props.onDraw?.(ring);
            }}
          />
        )}
      </MapContainer>
      <MapTools
        {...{ drawing, showsNames }}
        canDraw={props.onDraw !== undefined}
        onZoom={(by) => (by > 0 ? map?.zoomIn() : map?.zoomOut())}
        onShowAll={() => map && data && fitTo(map, data)}
        onDraw={(kind) => {
          setDrawing(kind);
          map?.getContainer().focus();
        }}
        onNames={setNames}
      />
      {drawing && <Middle />}
      {drawing && <DrawHint kind={drawing} onCancel={() => setDrawing(null)} />}
      <MapAttribution tiles={tiles} />
    </div>
  );
}

/** Leaflet's own element takes the keys, so it is the one that says what it is. */
function useMapLabel(map: LeafletInstance | null) {
  const words = useWords(mapWords);
  useEffect(() => {
    if (!map) return;
    const element = map.getContainer();
    element.setAttribute("role", "application");
    element.setAttribute("aria-label", words.label);
    element.setAttribute("aria-description", words.keys);
  }, [map, words]);
}

/** Where the space bar sets a corner, shown to whoever draws by keyboard. */
function Middle() {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute top-1/2 left-1/2 z-10 hidden size-6 -translate-1/2 bg-[linear-gradient(var(--color-ink),var(--color-ink)),linear-gradient(var(--color-ink),var(--color-ink))] bg-[length:2px_100%,100%_2px] bg-center bg-no-repeat peer-focus-visible:block"
    />
  );
}

function DrawHint({ kind, onCancel }: { kind: DrawKind; onCancel: () => void }) {
  const words = useWords(mapWords);
  return (
    <div
      role="status"
      className="absolute top-15 left-3 z-10 flex max-w-[calc(100%-5rem)] items-center gap-3 rounded-base bg-navy px-3 py-2 text-sm text-white shadow-base"
    >
      {kind === "polygon" ? words.drawPolygonHint : words.drawBoxHint}
      <button type="button" onClick={onCancel} className="on-navy font-semibold underline">
        {words.cancel}
      </button>
    </div>
  );
}
