import { paperColours as colours, svgOf, tag, words } from "./svg.ts";

const [width, height, left, right, top, bottom] = [870, 190, 70, 860, 14, 165];

/** Sums from year to year as two lines, the second dashed, with a line at nought. Both have a value for every year from 0. */
export function flowPicture(
  [plain, discounted]: readonly [readonly number[], readonly number[]],
  write: (value: number) => string,
): string {
  const all = [0, ...plain, ...discounted];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const last = Math.max(1, plain.length - 1);
  const x = (year: number) => left + (year / last) * (right - left);
  const y = (value: number) => bottom - ((value - least) / (most - least || 1)) * (bottom - top);
  const path = (values: readonly number[], dashes: string) =>
    tag("polyline", {
      points: values.map((value, year) => `${x(year).toFixed(1)},${y(value).toFixed(1)}`).join(" "),
      ...{ fill: "none", stroke: colours.blue, "stroke-width": 2.5, "stroke-dasharray": dashes },
    });
  const every = last > 40 ? 20 : last > 20 ? 10 : last > 10 ? 5 : 1;
  const years = Array.from({ length: last + 1 }, (_, year) => year).filter((year) => year % every === 0);
  const beside = (value: number) =>
    words(left - 8, y(value) + 4, write(value), {
      "font-size": 12,
      "text-anchor": "end",
      fill: colours.soft,
    });
  return svgOf(width, height, [
    tag("line", { x1: left, x2: right, y1: y(0), y2: y(0), stroke: colours.ink }),
    ...[...new Set([least, 0, most])]
      .filter((value) => value === 0 || Math.abs(y(value) - y(0)) > 14)
      .map(beside),
    path(plain, "none"),
    path(discounted, "7 5"),
    ...years.map((year) =>
      words(x(year), height - 8, String(year), { "font-size": 12, "text-anchor": "middle" }),
    ),
  ]);
}
