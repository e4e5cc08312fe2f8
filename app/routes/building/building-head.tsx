import { ArrowLeft, Map } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { PageHead } from "#app/components/card.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day.ts";
import { DayChooser } from "./day-chooser.tsx";
import type { BuildingPage } from "./load-building.ts";
import { buildingTo, portfolioTo, type BuildingSearch } from "./search.ts";

type HeadProps = {
  building: BuildingPage["building"];
  search: BuildingSearch;
  today: Day;
  seesUse: boolean;
};

/** What the building is called, where it stands, what it is, and on which day it is shown. */
export function BuildingHead({ building, search, today, seesUse }: HeadProps) {
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  const format = useFormats();
  return (
    <>
      <PageHead
        above={<BackLink search={search} today={today} />}
        title={building.name}
        note={building.address}
        tools={
          <>
            <DayChooser search={search} />
            {seesUse && (
              <LinkButton to={`/buildings/${building.id}/use`} className="self-end">
                {words.use}
              </LinkButton>
            )}
            {building.position && (
              <LinkButton to={mapTo(building.id, search, today)} icon={Map} className="self-end">
                {words.onMap}
              </LinkButton>
            )}
          </>
        }
      />
      <p className="-mt-2 flex flex-wrap items-center gap-2">
        <Badge status="info">{words.tenures[building.tenure]}</Badge>
        <Badge>{isDanish ? building.useNameDa : building.useNameEn}</Badge>
        {building.bfe !== null && (
          <span className="figures text-sm text-ink-soft">{words.bfe(String(building.bfe))}</span>
        )}
      </p>
      {search.on !== today && (
        <Notice
          status="attention"
          action={
            <Link to={buildingTo(building.id, today, search.from, today)} className="text-link">
              {words.day.today}
            </Link>
          }
        >
          {(search.on < today ? words.day.past : words.day.coming)(format.day(search.on))}
        </Notice>
      )}
    </>
  );
}

export function BackLink({ search, today }: { search: BuildingSearch; today: Day }) {
  const words = useWords(area);
  return (
    <Link
      to={portfolioTo(search, today)}
      className="text-link screen-only inline-flex min-h-6 items-center gap-1.5"
    >
      <Icon of={ArrowLeft} className="size-4" />
      {words.back}
    </Link>
  );
}

/** The same view of the portfolio, with this building chosen. */
function mapTo(id: string, search: BuildingSearch, today: Day): string {
  const [path, query = ""] = portfolioTo(search, today).split("?");
  const params = new URLSearchParams(query);
  params.set("selected", id);
  return `${path}?${params}`;
}
