import { Card } from "#app/components/card.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { SitePlan } from "#geo/site-plan.ts";
import type { BuildingPage } from "./load-building.ts";

type Props = { building: BuildingPage["building"]; plan: SitePlan | null };

/** Where the building stands, drawn on the server: it is there without JavaScript and on paper. */
export function SitePlanCard({ building, plan }: Props) {
  const words = useWords(area).map;
  return (
    <Card title={words.title} className="keep-together">
      {plan ? (
        <figure className="flex flex-col gap-2">
          <PlanPicture plan={plan} label={words.alt(building.name)} />
          <figcaption className="text-sm text-ink-soft">
            {plan.footprint === null && `${words.noFootprint} `}
            {plan.neighbours.length > 0 && words.neighbours}
          </figcaption>
        </figure>
      ) : (
        <p className="text-ink-soft">{words.noPosition}</p>
      )}
    </Card>
  );
}

const dotShare = 0.025;

function PlanPicture({ plan, label }: { plan: SitePlan; label: string }) {
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
      <ScaleBar plan={plan} />
    </svg>
  );
}

/** A bar of a round length, about a quarter of the picture. */
function ScaleBar({ plan }: { plan: SitePlan }) {
  const words = useWords(area).map;
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
        {words.scale(meters)}
      </text>
    </g>
  );
}
