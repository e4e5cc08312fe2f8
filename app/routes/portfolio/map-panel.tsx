import { useCallback, useEffect, useMemo, useState } from "react";
import type { Bbox } from "#geo/bbox.ts";
import type { MarkText, PortfolioMapProps, TileSource } from "#app/components/map/map-props.ts";
import { parseMapView } from "#app/components/map/map-view.ts";
import { subjectAt } from "#app/components/map/marks.ts";
import { PortfolioMap } from "#app/components/map/portfolio-map.tsx";
import { Notice } from "#app/components/notice.tsx";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { map as mapWords } from "#app/i18n/map.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { MapPoints } from "#domain/map-data.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { PortfolioView } from "#domain/portfolio-view.ts";
import type { ViewNavigation } from "./use-view-navigation.ts";
import { layerFigure } from "./layer-text.ts";
import { Legend } from "./legend.tsx";
import type { useMapData } from "./use-map-data.ts";

type MapPanelProps = {
  search: PortfolioSearch;
  view: PortfolioView;
  at: string | null;
  map: ReturnType<typeof useMapData>;
  administrations: readonly string[];
  hovered: string | null;
  tiles: TileSource | null;
  navigation: ViewNavigation;
  onHover: (id: string | null) => void;
  onViewport: (bbox: Bbox) => void;
};

/** The map with its legend and the choice to search what it shows. */
export function MapPanel(props: MapPanelProps) {
  const { search, view, at, map, administrations, navigation, onViewport } = props;
  const { skip } = useWords(mapWords);
  const onViewChange: PortfolioMapProps["onViewChange"] = (next, bbox) => {
    onViewport(bbox);
    navigation.moveTo(next, search.bbox ? bbox : null);
  };
  return (
    <div className="relative flex size-full flex-col">
      <a
        href="#list"
        className="sr-only z-50 rounded-base bg-surface px-3 py-1.5 font-semibold text-blue shadow-base focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {skip}
      </a>
      <div className="relative min-h-0 flex-1 print:h-[100mm] print:flex-none">
        <PortfolioMap
          data={map.data}
          layer={view.layer}
          selected={view.selected}
          hovered={props.hovered}
          view={useMemo(() => parseMapView(at), [at])}
          tiles={props.tiles}
          outline={search.ring}
          extent={search.bbox}
          describe={useDescribe(view.layer, administrations)}
          loadFootprints={map.loadFootprints}
          onSelect={navigation.select}
          onHover={props.onHover}
          onViewChange={onViewChange}
          onShown={onViewport}
          onDraw={navigation.draw}
          onGather={navigation.gather}
        />
        <LimitToMap isLimited={search.bbox !== null} onLimit={navigation.limitToMap} />
        {map.hasFailed && <MapFailed onTryAgain={map.tryAgain} />}
      </div>
      <Legend
        layer={view.layer}
        data={map.data}
        bbox={search.bbox}
        administrations={administrations}
        onLayer={navigation.colourBy}
      />
    </div>
  );
}

type LimitToMapProps = { isLimited: boolean; onLimit: ViewNavigation["limitToMap"] };

function LimitToMap({ isLimited, onLimit }: LimitToMapProps) {
  const words = useWords(portfolio);
  // The box answers the hand at once; the address follows when the server has.
  const [isChecked, setChecked] = useState(isLimited);
  useEffect(() => setChecked(isLimited), [isLimited]);
  return (
    <label
      title={words.hereHint}
      className="screen-only absolute top-3 left-3 z-10 flex min-h-9 items-center gap-2 rounded-base border border-line bg-surface px-3 text-sm font-semibold whitespace-nowrap shadow-base hover:border-blue pointer-coarse:min-h-11 [@media(scripting:none)]:hidden"
    >
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => setChecked(onLimit(event.target.checked))}
        className="size-4.5"
      />
      {words.here}
    </label>
  );
}

function MapFailed({ onTryAgain }: { onTryAgain: () => void }) {
  const words = useWords(portfolio);
  const again = (
    <button type="button" className="text-link" onClick={onTryAgain}>
      {words.tryAgain}
    </button>
  );
  return (
    <div className="absolute inset-x-3 bottom-10 z-20">
      <Notice status="attention" action={again}>
        {words.mapFailed}
      </Notice>
    </div>
  );
}

/** What stands beside a mark: its name, where it is, and the figure behind its colour. */
function useDescribe(layer: PortfolioView["layer"], administrations: readonly string[]) {
  const words = useWords(portfolio);
  const format = useFormats();
  return useCallback(
    (data: MapPoints, index: number): MarkText => ({
      title: data.name?.[index] ?? words.tenures[data.tenure[index]!],
      subtitle: data.address?.[index],
      figure: `${words.layers[layer]}: ${layerFigure(layer, subjectAt(data, index), administrations, words, format)}`,
    }),
    [layer, administrations, words, format],
  );
}
