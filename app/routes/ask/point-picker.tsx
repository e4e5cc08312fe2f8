import { useFetcher } from "@remix-run/react";
import type { KeyboardEvent, MouseEvent } from "react";
import { Button } from "#app/components/button.tsx";
import { PlanPicture } from "#app/components/plan-picture.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { pointOf, positionAt, type PlanPoint } from "#geo/plan-point.ts";
import type { Position } from "#geo/position.ts";
import type { loader } from "../ask-site/route.ts";

interface Props {
  buildingId: string;
  position: Position | null;
  onPosition: (position: Position | null) => void;
}

const metersAPress = 2;
const arrows: Record<string, PlanPoint> = {
  ...{ ArrowLeft: [-metersAPress, 0], ArrowRight: [metersAPress, 0] },
  ...{ ArrowUp: [0, -metersAPress], ArrowDown: [0, metersAPress] },
};

/** Where exactly: a tap on a drawing of the building and its ground, or the arrows. Fetched when it is asked for. */
export function PointPicker({ buildingId, position, onPosition }: Props) {
  const words = useWords(area).point;
  const site = useFetcher<typeof loader>();
  const { plan, frame } = site.data ?? { plan: null, frame: null };
  const point = frame && position ? pointOf(frame, position) : null;
  const put = (at: PlanPoint) => frame && onPosition(positionAt(frame, at));
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (!plan) return;
    // A press of Enter has no place of its own: the mark begins in the middle.
    if (event.detail === 0) return put(point ?? [0, 0]);
    const box = event.currentTarget.getBoundingClientRect();
    put([
      ((event.clientX - box.left) / box.width - 0.5) * 2 * plan.halfWidthMeters,
      ((event.clientY - box.top) / box.height - 0.5) * 2 * plan.halfHeightMeters,
    ]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrows[event.key];
    if (!by || !point) return;
    event.preventDefault();
    put([point[0] + by[0], point[1] + by[1]]);
  };
  return (
    <details
      className="[@media(scripting:none)]:hidden"
      onToggle={(event) =>
        event.currentTarget.open && !site.data && site.load(`/ask/site?building=${buildingId}`)
      }
    >
      <summary className="text-link inline-flex min-h-8 items-center">{words.open}</summary>
      {site.data && !plan && <p className="text-ink-soft">{words.none}</p>}
      {plan && (
        <div className="flex flex-col gap-2">
          <p className="text-sm text-ink-soft">{words.hint}</p>
          <button
            type="button"
            onClick={onClick}
            onKeyDown={onKeyDown}
            className="block w-full cursor-crosshair"
          >
            <PlanPicture plan={plan} label={words.label} point={point} />
          </button>
          <p role="status" className="flex items-center justify-between gap-3 text-sm">
            {point ? words.chosen : words.nothing}
            {point && (
              <Button isCompact onClick={() => onPosition(null)}>
                {words.remove}
              </Button>
            )}
          </p>
        </div>
      )}
    </details>
  );
}
