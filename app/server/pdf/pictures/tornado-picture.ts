import { paperColours as colours, svgOf, tag, words } from "./svg.ts";

export interface TornadoRow {
  name: string;
  atLow: number;
  atHigh: number;
}

const width = 870;
const [left, right, rowHeight, top] = [310, 830, 27, 22];

/**
 * What each assumption alone does, the greatest on top: from its low (hollow) to its high (full) around the base, and a dashed
 * line at nought where it is in sight.
 */
export function tornadoPicture(
  rows: readonly TornadoRow[],
  base: number,
  write: (value: number) => string,
): string {
  const ends = [base, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const x = (value: number) => left + ((value - least) / (most - least || 1)) * (right - left);
  const height = top + rows.length * rowHeight + 8;
  const bar = (y: number, to: number, fill: string, stroke: string) => {
    const [a, b] = [x(base), x(to)];
    return tag("rect", { x: Math.min(a, b), y, width: Math.abs(b - a), height: 15, fill, stroke });
  };
  const upright = (value: number, dashes: string) =>
    tag("line", {
      ...{ x1: x(value), x2: x(value), y1: top - 4, y2: height - 4, stroke: colours.ink },
      "stroke-dasharray": dashes,
    });
  const drawn = rows.map(({ name, atLow, atHigh }, at) => {
    const y = top + at * rowHeight;
    return [
      words(left - 12, y + 12, name.length > 44 ? `${name.slice(0, 43)}…` : name, { "text-anchor": "end" }),
      bar(y, atLow, colours.tint, colours.accent),
      bar(y, atHigh, colours.blue, colours.blue),
    ].join("");
  });
  return svgOf(width, height, [
    words(x(least), 12, write(least), { "font-size": 12, fill: colours.soft, "text-anchor": "start" }),
    words(x(most), 12, write(most), { "font-size": 12, fill: colours.soft, "text-anchor": "end" }),
    ...drawn,
    upright(base, "none"),
    ...(least < 0 && most > 0
      ? [upright(0, "3 3"), words(x(0), 12, "0", { "font-size": 12, "text-anchor": "middle" })]
      : []),
  ]);
}
