import { useNavigate } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import { Card } from "#app/components/card.tsx";
import type { TileSource } from "#app/components/map/map-props.ts";
import { PortfolioMap } from "#app/components/map/portfolio-map.tsx";
import { candidates as area } from "#app/i18n/candidates.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { CandidateHouse, CandidateRow } from "#domain/colocation/candidates/candidate-rows.ts";
import { metersOnFoot } from "#domain/colocation/candidates/walk.ts";
import type { Day } from "#domain/day-count.ts";
import type { MapPoints } from "#domain/map-data.ts";
import { moveByMeters } from "#geo/distance.ts";
import type { Position } from "#geo/position.ts";

type Props = {
  rows: readonly CandidateRow[];
  shown: CandidateRow | null;
  query: string;
  on: Day;
  tiles: TileSource | null;
};

/** The map's classes that stand for a house that is left (red) and one that is moved to (blue). */
const classes = { from: 6, to: 1 } as const;
const corners = 72;

/** A circle around a place, closed. */
const circle = (middle: Position, meters: number): Position[] =>
  Array.from({ length: corners + 1 }, (_, index) => {
    const turn = (2 * Math.PI * (index % corners)) / corners;
    return moveByMeters(middle, {
      eastMeters: meters * Math.sin(turn),
      northMeters: meters * Math.cos(turn),
    });
  });

/** The houses that are left and moved to; of the candidate that is shown also how far one comes on foot, and its catchment. */
export function CandidateMap({ rows, shown, query, on, tiles }: Props) {
  const words = useWords(area);
  const navigate = useNavigate();
  const [hovered, setHovered] = useState<string | null>(null);
  const marks = useMemo(() => marksOf(shown ? [shown] : rows), [rows, shown]);
  const data = useMemo(() => asPoints(marks, on), [marks, on]);
  const rings = useMemo(() => {
    if (!shown) return [];
    const reaches = [metersOnFoot(15), shown.catchmentMeters].filter((reach) => reach !== null);
    return reaches.map((meters) => circle(shown.from.position, meters));
  }, [shown]);
  const describe = useCallback(
    (points: MapPoints, index: number) => ({
      title: points.name?.[index] ?? "",
      subtitle: points.address?.[index] ?? "",
      figure: `${marks[index]!.unit}: ${words[marks[index]!.part === "from" ? "from" : "into"]}`,
    }),
    [marks, words],
  );
  return (
    <Card title={shown ? words.headline(shown.unit, shown.to.name) : words.map} isFlush>
      <div className="h-[26rem] lg:h-[40rem]">
        <PortfolioMap
          key={shown?.key ?? "all"}
          {...{ data, hovered, describe, tiles, rings }}
          layer="condition"
          selected={shown?.to.id ?? null}
          view={
            shown ? { center: shown.from.position, zoom: shown.catchmentMeters === 4_000 ? 12.5 : 14 } : null
          }
          onSelect={(id) => {
            const key = marks.find(({ house }) => house.id === id)?.key;
            const params = new URLSearchParams(query);
            if (key) params.set("pair", key);
            navigate(`/candidates/map?${params}`, { preventScrollReset: true });
          }}
          onHover={setHovered}
          onViewChange={() => undefined}
        />
      </div>
      <p className="border-t border-line px-4 py-2.5 text-sm text-ink-soft">
        {words.mapNote} {!shown && words.mapWhole}
      </p>
    </Card>
  );
}

interface Mark {
  house: CandidateHouse;
  part: "from" | "to";
  unit: string;
  key: string;
}

/** Each house once: as what it is first named for. */
function marksOf(rows: readonly CandidateRow[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { key, unit, from, to } of rows) {
    if (!marks.has(from.id)) marks.set(from.id, { house: from, part: "from", unit, key });
    if (!marks.has(to.id)) marks.set(to.id, { house: to, part: "to", unit, key });
  }
  return [...marks.values()];
}

function asPoints(marks: readonly Mark[], on: Day): MapPoints {
  const all = <Value,>(value: Value): Value[] => marks.map(() => value);
  const houses = marks.map(({ house }) => house);
  return {
    ...{ kind: "points", on, total: marks.length, id: houses.map(({ id }) => id) },
    ...{ lon: houses.map(({ position }) => position[0]), lat: houses.map(({ position }) => position[1]) },
    ...{ name: houses.map(({ name }) => name), address: houses.map(({ address }) => address) },
    ...{ tenure: all("owned"), useGroup: all("other"), administration: all(null) },
    condition: marks.map(({ part }) => classes[part]),
    areaM2: houses.map(({ areaM2 }) => areaM2),
    ...{ letM2: all(0), exteriorBacklogOre: all(0), leaseEndOn: all(null), surveyedOn: all(null) },
    trust: all(0),
  };
}
