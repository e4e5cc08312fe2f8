import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useMap } from "react-leaflet";
import { useFormats, useWords } from "../../i18n/use-words.tsx";
import { map as mapWords } from "../../i18n/map.ts";
import { fromWorld } from "./frame.ts";
import type { MarkText, PortfolioMapProps } from "./map-props.ts";
import { maxZoom } from "./map-view.ts";
import { MarkTip } from "./mark-tip.tsx";
import { OverlapList } from "./overlap-list.tsx";
import { Pointer, type At } from "./pointer.client.tsx";
import type { Hit, Scene } from "./scene.ts";

type Props = Pick<PortfolioMapProps, "describe" | "onSelect" | "onHover" | "onGather" | "selected"> & {
  scene: Scene | null;
  isDrawing: boolean;
};

/** What pointing and clicking does: a tip, a selection, a list of what overlaps, or a step into a cell. */
export function PointerLayer({ scene, isDrawing, describe, onSelect, onHover, onGather, selected }: Props) {
  const map = useMap();
  const [tip, setTip] = useState<{ text: MarkText; at: At } | null>(null);
  const [overlap, setOverlap] = useState<{ indexes: number[]; at: At } | null>(null);
  const textOf = useHitText(scene, describe);
  useShowSelected(scene, selected);
  useEffect(() => setOverlap(null), [scene]);
  const point = (hit: Hit | null, at: At) => {
    setTip(hit && { text: textOf(hit), at: { x: at.x, y: at.y } });
    onHover(hit?.kind === "buildings" ? (scene?.marks?.data.id[hit.indexes[0]!] ?? null) : null);
  };
  const pick = (hit: Hit | null, at: At) => {
    setOverlap(null);
    setTip(null);
    if (hit?.kind === "cell" && !hit.cell.onlyId) {
      const [lon, lat] = fromWorld([hit.cell.x, hit.cell.y]);
      map.setView([lat, lon], Math.min(maxZoom, map.getZoom() + 2));
    } else if (hit?.kind === "cell") onSelect(hit.cell.onlyId!);
    else if (hit && hit.indexes.length > 1) setOverlap({ indexes: hit.indexes, at: { x: at.x, y: at.y } });
    else if (hit) onSelect(scene!.marks!.data.id[hit.indexes[0]!]!);
  };
  const marks = scene?.marks;
  const frame = map.getContainer().parentElement;
  if (!frame) return null;
  return (
    <>
      <Pointer {...{ scene, isDrawing }} onPoint={point} onPick={pick} />
      {createPortal(
        <>
          {tip && !overlap && <MarkTip {...tip} size={map.getSize()} />}
          {overlap && marks && (
            <OverlapList
              buildings={overlap.indexes.map((index) => ({
                id: marks.data.id[index]!,
                text: describe(marks.data, index),
              }))}
              at={overlap.at}
              size={map.getSize()}
              onGather={onGather}
              onClose={() => {
                setOverlap(null);
                map.getContainer().focus();
              }}
              onSelect={(id) => {
                setOverlap(null);
                onSelect(id);
              }}
            />
          )}
        </>,
        frame,
      )}
    </>
  );
}

function useHitText(scene: Scene | null, describe: Props["describe"]) {
  const words = useWords(mapWords);
  const format = useFormats();
  return (hit: Hit): MarkText => {
    if (hit.kind === "cell")
      return { title: words.cell(format.number(hit.cell.count)), subtitle: format.areaM2(hit.cell.areaM2) };
    const text = describe(scene!.marks!.data, hit.indexes[0]!);
    if (hit.indexes.length === 1) return text;
    return { ...text, subtitle: words.overlapTitle(format.number(hit.indexes.length)) };
  };
}

/** A building chosen elsewhere comes into view, and the map stays where it is when it already was. */
function useShowSelected(scene: Scene | null, selected: string | null) {
  const map = useMap();
  const shown = useRef<string | null>(selected);
  useEffect(() => {
    const data = scene?.marks?.data;
    if (!data || selected === shown.current) return;
    shown.current = selected;
    const index = selected ? data.id.indexOf(selected) : -1;
    if (index < 0) return;
    const at = { lat: data.lat[index]!, lng: data.lon[index]! };
    if (!map.getBounds().pad(-0.08).contains(at)) map.panTo(at);
  }, [map, scene, selected]);
}
