import { useNavigate } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import { Card } from "#app/components/card.tsx";
import type { TileSource } from "#app/components/map/map-props.ts";
import { PortfolioMap } from "#app/components/map/portfolio-map.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlanPoint } from "#db/queries/plan/list-packages.ts";
import type { Day } from "#domain/day-count.ts";
import type { MapPoints } from "#domain/map-data.ts";
import { planQuery, type PlanSearch } from "../plan/search.ts";

type Props = {
  planId: string;
  search: PlanSearch;
  points: readonly PlanPoint[];
  today: Day;
  tiles: TileSource | null;
};

/** A mark is as large as that of a building of so many square metres. */
const oreAM2 = 500_000;

function asPoints(points: readonly PlanPoint[], on: Day): MapPoints {
  const all = <Value,>(value: Value): Value[] => points.map(() => value);
  return {
    ...{ kind: "points", on, total: points.length, id: points.map(({ id }) => id), address: null },
    ...{ lon: points.map(({ lon }) => lon), lat: points.map(({ lat }) => lat) },
    name: points.map(({ name }) => name),
    ...{ tenure: all("owned"), useGroup: all("other"), administration: all(null) },
    condition: points.map(({ condition }) => condition),
    areaM2: points.map(({ costOre }) => costOre / oreAM2),
    ...{
      letM2: all(0),
      exteriorBacklogOre: all(0),
      leaseEndOn: all(null),
      surveyedOn: all(null),
      trust: all(0),
    },
  };
}

/** The buildings of the shown year on the map; one leads to its works in the plan. */
export function YearMap({ planId, search, points, today, tiles }: Props) {
  const words = useWords(area).packages;
  const format = useFormats();
  const navigate = useNavigate();
  const [hovered, setHovered] = useState<string | null>(null);
  const data = useMemo(() => asPoints(points, today), [points, today]);
  const describe = useCallback(
    (shown: MapPoints, index: number) => ({
      title: shown.name?.[index] ?? "",
      figure: `${format.ore(points[index]!.costOre)} · ${points[index]!.works} ${words.works}`,
    }),
    [points, words, format],
  );
  return (
    <Card title={words.map} isFlush>
      <div className="h-[26rem] lg:h-[38rem]">
        <PortfolioMap
          {...{ data, hovered, describe, tiles }}
          layer="condition"
          selected={search.building}
          view={null}
          onSelect={(building) => navigate(`/plans/${planId}?${planQuery(search, { building })}`)}
          onHover={setHovered}
          onViewChange={() => undefined}
        />
      </div>
      <p className="border-t border-line px-4 py-2.5 text-sm text-ink-soft">{words.mapNote}</p>
    </Card>
  );
}
