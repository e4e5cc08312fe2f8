import { Expand, Minus, Plus, Spline, SquareDashed, Type } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useWords } from "../../i18n/use-words.tsx";
import { map as mapWords } from "../../i18n/map.ts";
import { Icon } from "../icon.tsx";
import type { DrawKind } from "./draw-tool.client.tsx";

type MapToolsProps = {
  drawing: DrawKind | null;
  showsNames: boolean;
  canDraw: boolean;
  onZoom: (by: 1 | -1) => void;
  onShowAll: () => void;
  onDraw: (kind: DrawKind | null) => void;
  onNames: (shows: boolean) => void;
};

/** The buttons beside the map. */
export function MapTools(props: MapToolsProps) {
  const words = useWords(mapWords);
  const toggle = (kind: DrawKind) => props.onDraw(props.drawing === kind ? null : kind);
  return (
    <div
      role="group"
      aria-label={words.tools}
      className="screen-only absolute top-3 right-3 z-10 flex flex-col gap-2"
    >
      <Group>
        <Tool icon={Plus} label={words.zoomIn} onClick={() => props.onZoom(1)} />
        <Tool icon={Minus} label={words.zoomOut} onClick={() => props.onZoom(-1)} />
        <Tool icon={Expand} label={words.showAll} onClick={props.onShowAll} />
      </Group>
      <Group>
        {props.canDraw && (
          <>
            <Tool
              icon={Spline}
              label={words.drawPolygon}
              isPressed={props.drawing === "polygon"}
              onClick={() => toggle("polygon")}
            />
            <Tool
              icon={SquareDashed}
              label={words.drawBox}
              isPressed={props.drawing === "box"}
              onClick={() => toggle("box")}
            />
          </>
        )}
        <Tool
          icon={Type}
          label={words.names}
          isPressed={props.showsNames}
          onClick={() => props.onNames(!props.showsNames)}
        />
      </Group>
    </div>
  );
}

function Group({ children }: { children: React.ReactNode }) {
  return (
    <div className="flex flex-col divide-y divide-line overflow-hidden rounded-base border border-line bg-surface shadow-base">
      {children}
    </div>
  );
}

type ToolProps = { icon: LucideIcon; label: string; isPressed?: boolean; onClick: () => void };

function Tool({ icon, label, isPressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onClick}
      className="flex size-9 items-center justify-center -outline-offset-2 hover:bg-sunken aria-pressed:bg-blue aria-pressed:text-white pointer-coarse:size-11"
    >
      <Icon of={icon} />
    </button>
  );
}
