import { useMemo } from "react";
import type { Id } from "#domain/id.ts";
import type { PortfolioMapProps } from "./map-props.ts";
import type { Marks } from "./marks.ts";
import { inTurn, PaintedLayer } from "./painted-layer.client.tsx";
import { paintDistrictNames } from "./paint-base.ts";
import { paintExtent, paintOutline } from "./paint-drawing.ts";
import { paintFootprints } from "./paint-footprints.ts";
import { paintFocus } from "./paint-marks.ts";
import { paintNames } from "./paint-names.ts";
import type { Scene } from "./scene.ts";
import { useFootprints } from "./use-footprints.client.ts";

type DataLayersProps = Pick<
  PortfolioMapProps,
  "selected" | "hovered" | "outline" | "extent" | "rings" | "loadFootprints"
> & {
  scene: Scene | null;
  showsNames: boolean;
  hasTiles: boolean;
};

/** Everything painted over the base: district names, footprints, marks and names on one canvas, the focus on another. */
export function DataLayers(props: DataLayersProps) {
  const { scene, showsNames, hasTiles, selected, hovered, outline, extent, rings } = props;
  const footprints = useFootprints(props.loadFootprints);
  const marks = scene?.marks ?? null;
  const indexOf = useIndex(marks);
  const data = useMemo(
    () =>
      inTurn(
        outline ? paintOutline(outline, false) : null,
        extent ? paintExtent(extent) : null,
        ...(rings ?? []).map((ring) => paintOutline(ring, false)),
        marks && footprints.length > 0 ? paintFootprints(footprints, marks, indexOf) : null,
        scene?.paint ?? null,
        hasTiles ? null : paintDistrictNames,
        marks && showsNames ? paintNames(marks) : null,
      ),
    [scene, marks, indexOf, footprints, showsNames, hasTiles, outline, extent, rings],
  );
  const hoveredAt = hovered === null ? null : (indexOf.get(hovered) ?? null);
  const selectedAt = selected === null ? null : (indexOf.get(selected) ?? null);
  const focus = useMemo(
    () => inTurn(marks && paintFocus(marks, hoveredAt, selectedAt)),
    [marks, hoveredAt, selectedAt],
  );
  return (
    <>
      <PaintedLayer painter={data} pane="data" />
      <PaintedLayer painter={focus} pane="focus" />
    </>
  );
}

const useIndex = (marks: Marks | null): ReadonlyMap<Id, number> =>
  useMemo(() => new Map(marks?.data.id.map((id, index) => [id, index])), [marks]);
