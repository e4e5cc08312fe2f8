import L from "leaflet";
import type { Frame, Painter } from "./frame.ts";

/** How much more than the view is painted on every side, so that a pan shows no blank edge before it is repainted. */
const margin = 0.15;

/** The part of the world that a map shows, as a frame of its container. */
export function frameOf(map: L.Map, marginShare = 0): Frame {
  const size = map.getSize();
  const beyond = size.multiplyBy(marginShare).round();
  const corner = map
    .containerPointToLayerPoint(L.point(-beyond.x, -beyond.y))
    .round()
    .add(map.getPixelOrigin());
  return {
    zoom: map.getZoom(),
    worldPixels: 256 * 2 ** map.getZoom(),
    left: corner.x,
    top: corner.y,
    width: size.x + 2 * beyond.x,
    height: size.y + 2 * beyond.y,
  };
}

/** A canvas under the map's own control: it moves and scales with the map and is painted anew when the map rests. */
export class CanvasLayer extends L.Layer {
  readonly #canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated");
  #painter: Painter;
  #frame: Frame | null = null;
  #request = 0;

  constructor(painter: Painter, pane: string) {
    super();
    // Leaflet's Layer takes no options by its constructor: handed over there, every canvas would lie above the tiles.
    L.Util.setOptions(this, { pane });
    this.#painter = painter;
    this.#canvas.setAttribute("aria-hidden", "true");
  }

  setPainter(painter: Painter): this {
    this.#painter = painter;
    this.#repaintSoon();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      moveend: () => this.#repaint(),
      viewreset: () => this.#repaint(),
      resize: () => this.#repaint(),
      move: () => this.#keepCovered(),
      zoom: () => this.#place(this._map.getZoom(), this._map.getPixelOrigin()),
      zoomanim: (event) => this.#follow(event as L.ZoomAnimEvent),
    };
  }

  override onAdd(): this {
    this.getPane()?.append(this.#canvas);
    this.#repaint();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#request);
    this.#canvas.remove();
    return this;
  }

  #repaintSoon(): void {
    cancelAnimationFrame(this.#request);
    this.#request = requestAnimationFrame(() => this.#repaint());
  }

  #repaint(): void {
    cancelAnimationFrame(this.#request);
    const context = this._map && this.#canvas.getContext("2d");
    if (!context) return;
    const frame = frameOf(this._map, margin);
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      Object.assign(this.#canvas, { width, height });
      Object.assign(this.#canvas.style, { width: `${frame.width}px`, height: `${frame.height}px` });
    }
    this.#frame = frame;
    this.#place(frame.zoom, this._map.getPixelOrigin());
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, frame.width, frame.height);
    this.#painter(context, frame);
  }

  /** While a drag goes on only what leaves the painted part is painted anew. */
  #keepCovered(): void {
    if (!this.#frame || this.#frame.zoom !== this._map.getZoom()) return;
    const seen = frameOf(this._map);
    const { left, top, width, height } = this.#frame;
    const isCovered =
      seen.left >= left &&
      seen.top >= top &&
      seen.left + seen.width <= left + width &&
      seen.top + seen.height <= top + height;
    if (!isCovered) this.#repaintSoon();
  }

  #follow({ center, zoom }: L.ZoomAnimEvent): void {
    const pane = this._map.getPane("mapPane");
    const moved = pane ? L.DomUtil.getPosition(pane) : L.point(0, 0);
    const origin = this._map
      .project(center, zoom)
      .subtract(this._map.getSize().divideBy(2))
      .add(moved)
      .round();
    this.#place(zoom, origin);
  }

  /** Puts the canvas where its picture belongs on a map of this zoom whose layers begin at `origin`. */
  #place(zoom: number, origin: L.Point): void {
    if (!this.#frame) return;
    const scale = 2 ** (zoom - this.#frame.zoom);
    const corner = L.point(this.#frame.left, this.#frame.top).multiplyBy(scale).subtract(origin);
    L.DomUtil.setTransform(this.#canvas, corner, scale);
  }
}
