import type { ReactNode } from "react";

/** Height of a plot in px; widths follow the page, so they are percentages and text keeps its size. */
export const PLOT_HEIGHT = 208;
const ROOM_ABOVE = 8;
const ROOM_BELOW = 24;
const TICKS = 4;

/** The 1, 2 or 5 times a power of ten that parts a span into about so many. @example roundStep(83, 4) // 20 */
function roundStep(span: number, parts: number): number {
  const power = 10 ** Math.floor(Math.log10(span / parts));
  const share = span / parts / power;
  if (share >= Math.sqrt(50)) return 10 * power;
  if (share >= Math.sqrt(10)) return 5 * power;
  return share >= Math.sqrt(2) ? 2 * power : power;
}

/** The upright scale of a chart: round ticks that hold all values and zero, and where a value lies in px from the top. */
export function uprightScale(values: readonly number[]) {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const step = roundStep(most - least || 1, TICKS);
  const [first, last] = [Math.floor(least / step), Math.ceil((most === least ? 1 : most) / step)];
  const pxOfStep = (PLOT_HEIGHT - ROOM_BELOW - ROOM_ABOVE) / (last - first);
  return {
    // Through text, as a tenth is not exact: 3 × 0.1 would be 0.30000000000000004.
    ticks: Array.from({ length: last - first + 1 }, (_, nth) =>
      Number(((first + nth) * step).toPrecision(12)),
    ),
    y: (value: number) => ROOM_ABOVE + (last - value / step) * pxOfStep,
  };
}

type PlotProps = {
  scale: ReturnType<typeof uprightScale>;
  /** How a tick is written. */
  tick: (value: number) => string;
  labels: readonly string[];
  children: ReactNode;
};

const SPARSE_ABOVE = 14;

/** The ground of a chart: the scale at the left, lines across, names below; names thin out where there are many. */
export function Plot({ scale, tick, labels, children }: PlotProps) {
  const every = Math.ceil(labels.length / SPARSE_ABOVE);
  return (
    <div className="figures flex text-xs">
      <div className="relative shrink-0">
        <div className="flex flex-col pr-2 text-right text-transparent select-none">
          {scale.ticks.map((value) => (
            <span key={value} className="h-0 overflow-hidden whitespace-nowrap">
              {tick(value)}
            </span>
          ))}
        </div>
        <svg width="100%" height={PLOT_HEIGHT} className="absolute inset-0 fill-ink-soft">
          {scale.ticks.map((value) => (
            <text key={value} x="100%" dx={-8} y={scale.y(value)} dy="0.32em" textAnchor="end">
              {tick(value)}
            </text>
          ))}
        </svg>
      </div>
      <svg width="100%" height={PLOT_HEIGHT} className="min-w-0 flex-1">
        {scale.ticks.map((value) => (
          <line
            key={value}
            x1="0"
            x2="100%"
            y1={scale.y(value)}
            y2={scale.y(value)}
            className={value === 0 ? "stroke-line-strong" : "stroke-line"}
          />
        ))}
        {children}
        {labels.map((label, index) =>
          index % every === 0 ? (
            <text
              key={index}
              x={`${((index + 0.5) / labels.length) * 100}%`}
              y={PLOT_HEIGHT - 6}
              textAnchor="middle"
              className={`fill-ink-soft ${index % (every * 2) === 0 ? "" : "max-sm:hidden"}`}
            >
              {label}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}
