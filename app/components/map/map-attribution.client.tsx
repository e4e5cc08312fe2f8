import { landAttribution } from "#geo/base.ts";
import { useWords } from "../../i18n/use-words.tsx";
import { map as mapWords } from "../../i18n/map.ts";
import type { TileSource } from "./map-props.ts";

/** Who made the picture under the data. Always in sight, on paper too. */
export function MapAttribution({ tiles }: { tiles?: TileSource | null }) {
  const words = useWords(mapWords);
  return (
    <p className="absolute right-0 bottom-0 z-10 max-w-full truncate rounded-tl-base bg-white/85 px-2 py-0.5 text-xs text-ink-soft">
      {tiles && <span>{tiles.attribution} · </span>}
      <a
        href="https://www.openstreetmap.org/copyright"
        rel="noreferrer"
        className="underline decoration-line-strong underline-offset-2"
      >
        {landAttribution} (ODbL)
      </a>
      {" · "}
      {words.base}
    </p>
  );
}
