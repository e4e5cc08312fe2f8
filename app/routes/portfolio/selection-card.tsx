import { ArrowRight, X } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Link } from "#app/components/link.tsx";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { MapData } from "#domain/map-data.ts";
import type { PortfolioRow, Tenure } from "#domain/portfolio-row.ts";
import { buildingFromView } from "../building/search.ts";
import { TenureMark } from "./class-swatch.tsx";
import { withParams } from "./portfolio-url.ts";

/** What is known of the chosen building, from the list or else from the map. */
export interface Chosen {
  id: string;
  name: string;
  address: string | null;
  tenure: Tenure;
  areaM2: number;
  exteriorBacklogOre: number;
}

/** Finds the chosen building among the rows of the list, then among the buildings of the map. */
export function findChosen(
  id: string | null,
  rows: readonly PortfolioRow[],
  data: MapData | null,
): Chosen | null {
  if (!id) return null;
  const row = rows.find((one) => one.id === id);
  if (row || data?.kind !== "points") return row ?? null;
  const index = data.id.indexOf(id);
  if (index < 0) return null;
  return {
    id,
    name: data.name?.[index] ?? id,
    address: data.address?.[index] ?? null,
    tenure: data.tenure[index]!,
    areaM2: data.areaM2[index]!,
    exteriorBacklogOre: data.exteriorBacklogOre[index]!,
  };
}

/** The chosen building above the list, with the way to its page. */
export function SelectionCard({ chosen, query }: { chosen: Chosen; query: string }) {
  const words = useWords(portfolio);
  const format = useFormats();
  return (
    <section
      aria-label={words.selected}
      className="screen-only flex items-center gap-3 border-b border-line bg-blue-tint py-2 pr-2 pl-4"
    >
      <div className="figures min-w-0 flex-1">
        <p className="flex items-center gap-2 font-semibold">
          <TenureMark tenure={chosen.tenure} />
          <span className="truncate">{chosen.name}</span>
        </p>
        <p className="truncate text-sm text-ink-soft">
          {[chosen.address, format.areaM2(chosen.areaM2), format.ore(chosen.exteriorBacklogOre, "million")]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <LinkButton to={buildingFromView(chosen.id, query)} isCompact icon={ArrowRight}>
        {words.openBuilding}
      </LinkButton>
      <Link
        to={withParams(query, { selected: null })}
        replace
        preventScrollReset
        aria-label={words.unselect}
        title={words.unselect}
        className="flex size-8 items-center justify-center rounded-base text-ink-soft hover:bg-surface"
      >
        <Icon of={X} />
      </Link>
    </section>
  );
}
