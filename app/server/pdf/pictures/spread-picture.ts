import { paperColours as colours, svgOf, tag, words } from "./svg.ts";

export interface SpreadBar {
  from: number;
  to: number;
  count: number;
}

const [width, height, left, bottom] = [870, 190, 10, 165];

/** How many draws fell in each step: what lies wholly under nought is hollow. Every fifth step is named, and the end. */
export function spreadPicture(bars: readonly SpreadBar[], write: (value: number) => string): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = (width - 2 * left) / Math.max(1, bars.length);
  const drawn = bars.map(({ to, count }, at) => {
    const tall = (count / most) * (bottom - 12);
    const isUnder = to <= 0;
    return tag("rect", {
      ...{ x: left + at * step + 2, y: bottom - tall, width: step - 4, height: tall },
      ...{ fill: isUnder ? colours.tint : colours.blue, stroke: isUnder ? colours.accent : colours.blue },
    });
  });
  const named = [...bars.map(({ from }) => from), bars.at(-1)?.to ?? 0]
    .map((value, at) => ({ value, at }))
    .filter(({ at }) => at % 5 === 0);
  const anchor = (at: number) => (at === 0 ? "start" : at === bars.length ? "end" : "middle");
  return svgOf(width, height, [
    ...drawn,
    tag("line", { x1: left, x2: width - left, y1: bottom, y2: bottom, stroke: colours.line }),
    ...named.map(({ value, at }) =>
      words(left + at * step, height - 8, write(value), { "font-size": 12, "text-anchor": anchor(at) }),
    ),
  ]);
}
