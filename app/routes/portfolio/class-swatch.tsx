import type { MapLayer } from "#domain/map-layer.ts";
import type { Tenure } from "#domain/portfolio-row.ts";
import { colourOf, glyphOf, ink, inkOn } from "#app/components/map/palette.ts";

/** A class of a layer as it stands on the map from near: its colour and its number. */
export function ClassSwatch({ layer, classIndex }: { layer: MapLayer; classIndex: number | null }) {
  const colour = colourOf(layer, classIndex);
  return (
    <svg viewBox="0 0 18 18" className="size-4.5 shrink-0" aria-hidden="true">
      <circle cx="9" cy="9" r="8.2" fill={colour} stroke={ink} strokeWidth="1" />
      <text x="9" y="12.4" textAnchor="middle" fontSize="9.5" fontWeight="600" fill={inkOn(colour)}>
        {glyphOf(classIndex)}
      </text>
    </svg>
  );
}

const shapes: Record<Tenure, JSX.Element> = {
  owned: <circle cx="6" cy="6" r="5" fill="#76848f" />,
  leasedIn: <circle cx="6" cy="6" r="3.9" fill="#ffffff" strokeWidth="2.4" stroke="#76848f" />,
  outside: <rect x="2" y="2" width="8" height="8" fill="#ffffff" strokeWidth="2.4" stroke="#76848f" />,
};

/** How a building is held, as the shape of its mark. */
export function TenureMark({ tenure }: { tenure: Tenure }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true">
      {shapes[tenure]}
    </svg>
  );
}
