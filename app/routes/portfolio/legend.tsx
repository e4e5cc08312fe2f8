import { useMemo } from "react";
import { bboxContains, type Bbox } from "#geo/bbox.ts";
import { classCounts, classesOf } from "#app/components/map/marks.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { MapData } from "#domain/map-data.ts";
import { mapLayers, type MapLayer } from "#domain/map-layer.ts";
import { tenures } from "#domain/portfolio-row.ts";
import { ClassSwatch, TenureMark } from "./class-swatch.tsx";
import { classNames } from "./layer-text.ts";

type LegendProps = {
  layer: MapLayer;
  data: MapData | null;
  bbox: Bbox | null;
  administrations: readonly string[];
  onLayer: (layer: MapLayer) => void;
};

/** What the colours, numbers and shapes on the map mean, and how many buildings there are of each. It stands under the
 *  map, where it covers nothing; on a phone it is swiped. */
export function Legend({ layer, data, bbox, administrations, onLayer }: LegendProps) {
  const words = useWords(portfolio);
  const names = classNames(layer, administrations, words);
  const counts = useCounts(data, layer, bbox, names.length);
  return (
    <section
      aria-label={words.legend}
      className="figures flex shrink-0 flex-col gap-1 border-t border-line bg-surface p-2 text-sm"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <LayerSelect layer={layer} onLayer={onLayer} />
        <ul className="flex items-center gap-x-4 text-ink-soft">
          {tenures.map((tenure) => (
            <li key={tenure} className="flex items-center gap-1.5 whitespace-nowrap">
              <TenureMark tenure={tenure} />
              {words.tenures[tenure]}
            </li>
          ))}
        </ul>
      </div>
      <div
        // What is swiped must also be reached by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={words.layers[layer]}
        className="-outline-offset-2 max-md:overflow-x-auto"
      >
        <ul className="grid gap-x-3 md:grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))] max-md:grid-flow-col max-md:auto-cols-max">
          {names.map((name, index) => (
            <ClassEntry key={name} {...{ layer, name }} classIndex={index} count={counts?.[index]} />
          ))}
          {layer !== "use" && (
            <ClassEntry
              {...{ layer }}
              classIndex={null}
              name={words.unknownClass[layer]}
              count={counts?.[names.length]}
            />
          )}
        </ul>
      </div>
      {data?.kind === "cells" && <p className="text-ink-soft">{words.legendCells}</p>}
    </section>
  );
}

function LayerSelect({ layer, onLayer }: Pick<LegendProps, "layer" | "onLayer">) {
  const words = useWords(portfolio);
  return (
    <label className="flex shrink-0 items-center gap-2 font-semibold max-md:w-full [@media(scripting:none)]:hidden">
      <span className="whitespace-nowrap">{words.layer}</span>
      <select
        value={layer}
        onChange={(event) => onLayer(event.target.value as MapLayer)}
        className="h-8 min-w-0 rounded-base border border-line-strong bg-surface px-1.5 font-semibold max-md:flex-1 pointer-coarse:h-11"
      >
        {mapLayers.map((value) => (
          <option key={value} value={value}>
            {words.layers[value]}
          </option>
        ))}
      </select>
    </label>
  );
}

type ClassEntryProps = {
  layer: MapLayer;
  classIndex: number | null;
  name: string;
  count: number | undefined;
};

function ClassEntry({ layer, classIndex, name, count }: ClassEntryProps) {
  const format = useFormats();
  return (
    <li className="flex min-w-0 items-center gap-1.5 whitespace-nowrap">
      <ClassSwatch layer={layer} classIndex={classIndex} />
      <span className="truncate" title={name}>
        {name}
      </span>
      <span className="text-ink-soft md:ml-auto md:pr-2">
        {count === undefined ? "" : format.number(count)}
      </span>
    </li>
  );
}

/** Buildings by class, of those on the map or in the part of it that the search is limited to. */
function useCounts(data: MapData | null, layer: MapLayer, bbox: Bbox | null, count: number): number[] | null {
  return useMemo(() => {
    if (data?.kind !== "points") return null;
    const isCounted = (index: number) => !bbox || bboxContains(bbox, [data.lon[index]!, data.lat[index]!]);
    return classCounts(
      classesOf(data, layer, data.on).filter((_, index) => isCounted(index)),
      count,
    );
  }, [data, layer, bbox, count]);
}
