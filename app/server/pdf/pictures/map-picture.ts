import { districts, landPolygons } from "#geo/base.ts";
import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import { paperColours as colours, svgOf, tag, words } from "./svg.ts";

export interface MapPlace {
  label: string;
  position: Position;
  isLeft: boolean;
}

/** Who goes from one of the places to another, by their labels. */
export interface MapMove {
  from: string;
  to: string;
}

const [width, height] = [870, 430];
const metersPerDegree = 111_195;

/**
 * The places of a case on the built-in map: numbered, hollow where everybody leaves, with an arrow for every way that somebody
 * goes, districts by name and a scale. Places at one spot share a mark. Null where no position is known.
 */
export function mapPicture(places: readonly MapPlace[], moves: readonly MapMove[]): string | null {
  const frame = frameOf(places.map(({ position }) => position));
  if (!frame) return null;
  const spots = spotsOf(places);
  const spotOf = (label: string) => spots.find(({ labels }) => labels.includes(label));
  const arrows = moves.flatMap(({ from, to }) => {
    const [a, b] = [spotOf(from), spotOf(to)];
    return a && b && a !== b ? [arrow(frame.at(a.position), frame.at(b.position))] : [];
  });
  const outline = (shape: MultiPolygonCoordinates) =>
    shape
      .flat()
      .map(
        (ring) =>
          `M${ring
            .map((one) =>
              frame
                .at(one)
                .map((n) => n.toFixed(1))
                .join(" "),
            )
            .join("L")}Z`,
      )
      .join("");
  const inside = ([x, y]: [number, number]) => x > 40 && x < width - 40 && y > 16 && y < height - 16;
  return svgOf(width, height, [
    tag("clipPath", { id: "frame" }, tag("rect", { width, height })),
    tag(
      "g",
      { "clip-path": "url(#frame)" },
      [
        tag("rect", { width, height, fill: colours.water }),
        tag("path", { d: outline(landPolygons), fill: colours.land, "fill-rule": "evenodd" }),
        ...districts.map((one) =>
          tag("path", { d: outline(one.outline), fill: "none", stroke: colours.edge }),
        ),
        ...districts
          .map((one) => ({ name: one.name, at: frame.at(one.label) }))
          .filter(({ at }) => inside(at))
          .map(({ name, at: [x, y] }) => words(x, y, name, { fill: colours.soft, "text-anchor": "middle" })),
        ...arrows,
        ...spots.map((spot) => mark(frame.at(spot.position), spot)),
        scale(frame.pixelsPerMeter),
      ].join(""),
    ),
    tag("rect", { width, height, fill: "none", stroke: colours.line }),
  ]);
}

/** From degrees to the picture: everything with a margin, never closer than some two kilometres across. */
function frameOf(positions: readonly Position[]) {
  if (positions.length === 0) return null;
  const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)];
  const middle: Position = [
    (Math.min(...lons) + Math.max(...lons)) / 2,
    (Math.min(...lats) + Math.max(...lats)) / 2,
  ];
  const narrow = Math.cos((middle[1] * Math.PI) / 180) * metersPerDegree;
  const across = Math.max((Math.max(...lons) - Math.min(...lons)) * narrow * 1.3, 2_000);
  const upright = Math.max((Math.max(...lats) - Math.min(...lats)) * metersPerDegree * 1.5, 1_000);
  const pixelsPerMeter = Math.min(width / across, height / upright);
  const at = ([lon, lat]: Position): [number, number] => [
    width / 2 + (lon - middle[0]) * narrow * pixelsPerMeter,
    height / 2 - (lat - middle[1]) * metersPerDegree * pixelsPerMeter,
  ];
  return { at, pixelsPerMeter };
}

interface Spot {
  position: Position;
  labels: string[];
  isLeft: boolean;
}

function spotsOf(places: readonly MapPlace[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const { position, label, isLeft } of places) {
    const key = position.map((one) => one.toFixed(4)).join();
    const spot = spots.get(key);
    if (spot) {
      spot.labels.push(label);
      spot.isLeft &&= isLeft;
    } else spots.set(key, { position, labels: [label], isLeft });
  }
  return [...spots.values()];
}

function mark([x, y]: [number, number], { labels, isLeft }: Spot): string {
  const text = labels.join(", ");
  const wide = Math.max(24, 12 + text.length * 8);
  return (
    tag("rect", {
      ...{ x: x - wide / 2, y: y - 12, width: wide, height: 24, rx: 12, "stroke-width": 2.5 },
      ...{ fill: isLeft ? colours.white : colours.blue, stroke: isLeft ? colours.accent : colours.blue },
    }) +
    words(x, y + 4.5, text, {
      "text-anchor": "middle",
      "font-weight": 600,
      fill: isLeft ? colours.ink : colours.white,
    })
  );
}

/** A line that ends before the mark it leads to, with a head. */
function arrow([x1, y1]: [number, number], [x2, y2]: [number, number]): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 34) return "";
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [tipX, tipY] = [x2 - dx * 17, y2 - dy * 17];
  const side = (way: number) =>
    `${(tipX - dx * 11 + way * dy * 6).toFixed(1)},${(tipY - dy * 11 - way * dx * 6).toFixed(1)}`;
  const stroke = { stroke: colours.accent, "stroke-width": 2.5 };
  return (
    tag("line", { x1, y1, x2: tipX - dx * 9, y2: tipY - dy * 9, ...stroke }) +
    tag("polygon", {
      points: `${tipX.toFixed(1)},${tipY.toFixed(1)} ${side(1)} ${side(-1)}`,
      fill: colours.accent,
    })
  );
}

function scale(pixelsPerMeter: number): string {
  const meters = [200, 500, 1_000, 2_000, 5_000].find((one) => one * pixelsPerMeter > 70) ?? 10_000;
  const [x, y, long] = [18, height - 16, meters * pixelsPerMeter];
  return (
    tag("line", { x1: x, x2: x + long, y1: y, y2: y, stroke: colours.ink, "stroke-width": 2 }) +
    words(x, y - 7, meters < 1_000 ? `${meters} m` : `${meters / 1_000} km`, { "font-size": 12 })
  );
}
