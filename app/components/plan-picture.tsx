import { useWords } from "#app/i18n/use-words.tsx";
import { common } from "#app/i18n/common.ts";
import type { SitePlan } from "#geo/site-plan.ts";

const dotShare = 0.025;

type PlanPictureProps = {
  plan: SitePlan;
  label: string;
  /** A point to show, in metres east and south of the building. */
  point?: readonly [x: number, y: number] | null;
};

/** A building among its neighbours, drawn in metres. */
export function PlanPicture({ plan, label, point }: PlanPictureProps) {
  const { halfWidthMeters: x, halfHeightMeters: y } = plan;
  const dot = y * dotShare;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-x} ${-y} ${2 * x} ${2 * y}`}
      className="aspect-4/3 w-full rounded-base border border-line bg-blue-tint"
    >
      <path d={plan.land} fillRule="evenodd" className="fill-canvas" />
      {plan.neighbours.map((neighbour, index) =>
        neighbour.path ? (
          <path key={index} d={neighbour.path} fillRule="evenodd" className="fill-line">
            <title>{neighbour.name}</title>
          </path>
        ) : (
          <circle key={index} cx={neighbour.at[0]} cy={neighbour.at[1]} r={dot} className="fill-line">
            <title>{neighbour.name}</title>
          </circle>
        ),
      )}
      {plan.footprint ? (
        <path
          d={plan.footprint}
          fillRule="evenodd"
          vectorEffect="non-scaling-stroke"
          className="fill-blue stroke-blue-deep"
        />
      ) : (
        <circle r={dot * 1.6} className="fill-blue" />
      )}
      {point && (
        <circle
          cx={point[0]}
          cy={point[1]}
          r={dot * 1.6}
          vectorEffect="non-scaling-stroke"
          className="fill-accent stroke-surface stroke-2"
        />
      )}
      <ScaleBar plan={plan} />
    </svg>
  );
}

/** A bar of a round length, about a quarter of the picture. */
function ScaleBar({ plan }: { plan: SitePlan }) {
  const words = useWords(common);
  const { halfWidthMeters: x, halfHeightMeters: y } = plan;
  const meters = [1000, 500, 200, 100, 50, 20].find((length) => length <= x / 2) ?? 20;
  const margin = y * 0.07;
  return (
    <g>
      <path
        d={`M${margin - x} ${y - margin}h${meters}`}
        vectorEffect="non-scaling-stroke"
        className="fill-none stroke-ink stroke-2"
      />
      <text x={margin - x} y={y - margin * 1.5} fontSize={y * 0.075} className="fill-ink">
        {words.meters(meters)}
      </text>
    </g>
  );
}
