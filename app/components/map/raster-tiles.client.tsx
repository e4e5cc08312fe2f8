import L from "leaflet";
import { useEffect } from "react";
import { TileLayer, useMap } from "react-leaflet";
import type { TileSource } from "./map-props.ts";
import { maxZoom } from "./map-view.ts";

/** The raster source that the settings name, over the light base; where a tile cannot be had, the base shows. */
export function RasterTiles({ tiles }: { tiles: TileSource }) {
  if (tiles.url.endsWith(".pmtiles")) return <PackedTiles tiles={tiles} />;
  const { url, maxNativeZoom } = tiles;
  // Open tile servers refuse whoever does not say which site asks; of the page itself they learn nothing.
  return <TileLayer {...{ url, maxZoom, maxNativeZoom }} referrerPolicy="origin" />;
}

/** Tiles packed in one file that is read by ranges: no tile server is needed. The reader comes only where it is used. */
function PackedTiles({ tiles }: { tiles: TileSource }) {
  const map = useMap();
  useEffect(() => {
    let layer: L.GridLayer | undefined;
    let isGone = false;
    void import("pmtiles").then(({ PMTiles }) => {
      if (isGone) return;
      const file = new PMTiles(tiles.url);
      layer = new PackedLayer((z, x, y, signal) => file.getZxy(z, x, y, signal).then((tile) => tile?.data), {
        ...{ maxZoom },
        maxNativeZoom: tiles.maxNativeZoom,
      }).addTo(map);
    });
    return () => {
      isGone = true;
      layer?.remove();
    };
  }, [map, tiles.url, tiles.maxNativeZoom]);
  return null;
}

type ReadTile = (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | undefined>;

class PackedLayer extends L.GridLayer {
  constructor(
    private readonly read: ReadTile,
    options: L.GridLayerOptions,
  ) {
    super(options);
    const reading = new WeakMap<HTMLElement, AbortController>();
    this.createTile = (at: L.Coords, done: L.DoneCallback) => {
      const image = document.createElement("img");
      const controller = new AbortController();
      image.alt = "";
      reading.set(image, controller);
      void this.show(image, at, controller.signal).then(
        () => done(undefined, image),
        (error: Error) => done(error, image),
      );
      return image;
    };
    this.on("tileunload", ({ tile }) => {
      reading.get(tile)?.abort();
      URL.revokeObjectURL((tile as HTMLImageElement).src);
    });
  }

  private async show(image: HTMLImageElement, at: L.Coords, signal: AbortSignal): Promise<void> {
    const bytes = await this.read(at.z, at.x, at.y, signal);
    if (!bytes) throw new Error("the file holds no such tile");
    image.src = URL.createObjectURL(new Blob([bytes]));
    await image.decode();
  }
}
