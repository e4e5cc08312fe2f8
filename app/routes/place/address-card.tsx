import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { place as area } from "#app/i18n/place.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlaceRow } from "#db/queries/list-places.ts";
import type { SurveyAge } from "#domain/survey-age.ts";
import type { PlannedLine } from "./load-planned.ts";

type Building = PlaceRow["buildings"][number] & { age: SurveyAge | null };
type AddressProps = {
  address: string;
  buildings: readonly Building[];
  planned: Record<string, PlannedLine[]>;
};

/** One address of hers with its buildings: a main building and its sheds are one place to those who use them. */
export function AddressCard({ address, buildings, planned }: AddressProps) {
  return (
    <Card title={address} isFlush>
      <ul className="border-t border-line">
        {buildings.map((building) => (
          <li key={building.id} className="border-b border-line px-4 py-3 last:border-b-0">
            <BuildingLines building={building} />
            <Planned lines={planned[building.id] ?? []} />
            <Rooms building={building} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The unit's rooms; each leads to asking for something there. */
function Rooms({ building: { id, rooms } }: Pick<BuildingProps, "building">) {
  const words = useWords(area);
  if (rooms.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="text-link inline-flex min-h-6 items-center">{words.rooms(rooms.length)}</summary>
      <ul className="flex flex-wrap gap-x-4">
        {rooms.map((room) => (
          <li key={room.id}>
            <Link
              to={`/ask?building=${id}&space=${room.id}`}
              className="text-link inline-flex min-h-6 items-center"
            >
              {room.label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is planned for the building, each with its year. */
function Planned({ lines }: { lines: readonly PlannedLine[] }) {
  const words = useWords(area).planned;
  if (lines.length === 0) return null;
  return (
    <>
      <h4 className="mt-2 text-sm font-semibold">{words.title}</h4>
      <ul className="figures">
        {lines.map(({ id, name, year, isOrdered }) => (
          <li key={id}>
            {name}: <strong>{year}</strong>{" "}
            {isOrdered && <span className="text-ink-soft">({words.ordered})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

type BuildingProps = { building: Building };

/** One building in plain words: how much, how it is, what work is known. */
function BuildingLines({ building }: BuildingProps) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <>
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link to={`/buildings/${building.id}`} className="text-link inline-flex min-h-6 items-center">
          {building.name}
        </Link>
        <span className="figures text-sm font-normal text-ink-soft">
          {building.leasedM2 > 0 ? words.leased(format.areaM2(building.leasedM2)) : words.shares}
        </span>
      </h3>
      <p>
        <ConditionText building={building} />
      </p>
      <p>
        <BacklogText building={building} />
      </p>
    </>
  );
}

function ConditionText({ building }: BuildingProps) {
  const words = useWords(area).condition;
  const format = useFormats();
  const { condition, surveyedOn, age } = building;
  if (condition === null || surveyedOn === null) return <>{words.never}</>;
  return (
    <>
      {words[condition]} {words.surveyed(format.day(surveyedOn))}{" "}
      {age && age.state !== "fresh" && words.old(age.years)}
    </>
  );
}

function BacklogText({ building }: Pick<BuildingProps, "building">) {
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
