import { lazy, Suspense } from "react";
import { useWords } from "../../i18n/use-words.tsx";
import { map as mapWords } from "../../i18n/map.ts";
import { ClientOnly } from "../client-only.tsx";
import type { PortfolioMapProps } from "./map-props.ts";

const LeafletMap = lazy(() => import("./leaflet-map.client.tsx"));

/**
 * The portfolio on a map. It fills its parent; it needs a browser, so a quiet surface of the same size stands in its
 * place until then. Positions go in and come out as [lon, lat].
 * @example <PortfolioMap data={data} layer="condition" selected={null} hovered={null} view={null} … />
 */
export function PortfolioMap(props: PortfolioMapProps) {
  return (
    <ClientOnly fallback={<MapSurface />}>
      {() => (
        <Suspense fallback={<MapSurface />}>
          <LeafletMap {...props} />
        </Suspense>
      )}
    </ClientOnly>
  );
}

function MapSurface() {
  const words = useWords(mapWords);
  return (
    <div
      className="flex size-full items-center justify-center bg-[#dbe7f0] text-sm text-ink-soft"
      role="status"
    >
      <span className="[@media(scripting:none)]:hidden">{words.loading}</span>
      <span className="hidden p-4 [@media(scripting:none)]:block">{words.needsScript}</span>
    </div>
  );
}
