import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Id } from "#domain/id.ts";
import { useFormats, useWords } from "../../i18n/use-words.tsx";
import { map as mapWords } from "../../i18n/map.ts";
import { IconButton } from "../button.tsx";
import type { MarkText } from "./map-props.ts";

type OverlapListProps = {
  buildings: { id: Id; text: MarkText }[];
  /** Where it points to in the map's window, and how large that window is, in pixels. */
  at: { x: number; y: number };
  size: { x: number; y: number };
  onSelect: (id: Id) => void;
  onGather?: (ids: Id[]) => void;
  onClose: () => void;
};

const width = 280;

/** Buildings that cannot be told apart on the map, to choose one of them. */
export function OverlapList({ buildings, at, size, onSelect, onGather, onClose }: OverlapListProps) {
  const words = useWords(mapWords);
  const format = useFormats();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && onClose();
    element?.querySelector<HTMLElement>("li button")?.focus();
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, [onClose]);
  const isLow = at.y > size.y / 2;
  return (
    <div
      ref={list}
      role="dialog"
      aria-label={words.overlapTitle(format.number(buildings.length))}
      className="absolute z-20 flex flex-col overflow-hidden rounded-base border border-line bg-surface shadow-base"
      style={{
        width,
        left: Math.max(8, Math.min(at.x - width / 2, size.x - width - 8)),
        maxHeight: Math.min(288, (isLow ? at.y : size.y - at.y) - 22),
        ...(isLow ? { bottom: size.y - at.y + 14 } : { top: at.y + 14 }),
      }}
    >
      <header className="flex items-center justify-between border-b border-line pl-3">
        <span className="text-sm font-semibold">{words.overlapTitle(format.number(buildings.length))}</span>
        <IconButton icon={X} label={words.close} onClick={onClose} />
      </header>
      <ul className="overflow-y-auto">
        {buildings.map(({ id, text }) => (
          <li key={id} className="border-b border-line last:border-b-0">
            <button
              type="button"
              onClick={() => onSelect(id)}
              className="flex w-full flex-col px-3 py-1.5 text-left -outline-offset-2 hover:bg-blue-tint"
            >
              <span className="w-full truncate font-medium">{text.title}</span>
              <span className="w-full truncate text-sm text-ink-soft">
                {[text.subtitle, text.figure].filter(Boolean).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {onGather && (
        <button
          type="button"
          onClick={() => onGather(buildings.map(({ id }) => id))}
          className="border-t border-line px-3 py-2 text-left text-sm font-semibold text-blue -outline-offset-2 hover:bg-blue-tint"
        >
          {words.showOnly}
        </button>
      )}
    </div>
  );
}
