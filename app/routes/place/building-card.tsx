import { ArrowRight } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { place as area } from "#app/i18n/place.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlaceRow } from "#db/queries/list-places.ts";
import type { Day } from "#domain/day.ts";
import { surveyAgeOf } from "#domain/survey-age.ts";

type Props = { building: PlaceRow["buildings"][number]; today: Day };

/** One building of hers in plain words: how much, how it is, what work is known. */
export function BuildingCard({ building, today }: Props) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card
      title={
        <Link to={`/buildings/${building.id}`} className="text-link">
          {building.name}
        </Link>
      }
    >
      <p className="-mt-2 text-ink-soft">{building.address}</p>
      <dl className="mt-3 flex flex-col gap-3">
        <div>
          <dt className="text-sm text-ink-soft">{words.leased}</dt>
          <dd className="figures">
            {building.leasedM2 > 0 ? format.areaM2(building.leasedM2) : words.shares}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{words.condition.title}</dt>
          <dd>
            <ConditionText building={building} today={today} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{words.backlog.title}</dt>
          <dd>
            <BacklogText building={building} />
          </dd>
        </div>
      </dl>
      <LinkButton to={`/buildings/${building.id}`} icon={ArrowRight} className="mt-4 max-sm:w-full">
        {words.open}
      </LinkButton>
    </Card>
  );
}

function ConditionText({ building, today }: Props) {
  const words = useWords(area).condition;
  const format = useFormats();
  const { condition, surveyedOn } = building;
  if (condition === null || surveyedOn === null) return <>{words.never}</>;
  const { state, years } = surveyAgeOf(surveyedOn, today);
  return (
    <>
      {words[condition]} {words.surveyed(format.day(surveyedOn))} {state !== "fresh" && words.old(years)}
    </>
  );
}

function BacklogText({ building }: Pick<Props, "building">) {
  const words = useWords(area).backlog;
  const format = useFormats();
  if (building.exteriorBacklogOre === 0) return <>{words.none}</>;
  return (
    <>
      {words.some(format.ore(building.exteriorBacklogOre, "million"))}{" "}
      {building.backlogFrom && words.since(format.day(building.backlogFrom))}
    </>
  );
}
