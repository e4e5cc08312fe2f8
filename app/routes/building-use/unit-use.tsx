import { Card } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { WeekHeatMap } from "#app/components/use/week-heat-map.tsx";
import { use as area } from "#app/i18n/use.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { HouseSpace } from "#db/queries/use/house-space.ts";
import type { HourlyUse } from "#db/queries/use/hourly-use.ts";
import { againstNorm, type SpaceNorm } from "#domain/use/space-norm.ts";
import { usageRates, weekSums, type Availability } from "#domain/use/use-rates.ts";

type Space = HouseSpace & { norm: SpaceNorm | undefined };
type Props = { week: HourlyUse; name: string; hours: Availability; space: Space | null };

/** One unit's week in the building: its rates, its peak, and where that is known from. */
export function UnitUse({ week, name, hours, space }: Props) {
  const words = useWords(area);
  const own = words.building;
  const format = useFormats();
  const { capacity, persons, personsP95, source, weeksObserved, confidence, recordedOn } = week;
  const rates = usageRates(weekSums(persons, capacity, hours));
  const most = Math.max(...persons);
  return (
    <Card title={name}>
      <div className="flex flex-col gap-5">
        <Figures>
          <Figure
            label={words.figures.utilisation}
            value={format.percent(rates.utilisation)}
            note={words.figures.utilisationNote(
              format.percent(rates.frequency, 0),
              format.percent(rates.occupancy, 0),
            )}
            isLoud
          />
          <Figure
            label={words.figures.persons}
            value={format.number(most, 0)}
            note={words.figures.personsNote(format.number(capacity))}
          />
          <Figure
            label={own.p95}
            value={personsP95 ? format.number(Math.max(...personsP95), 0) : "–"}
            note={personsP95 ? own.weeksSeen(weeksObserved) : own.p95None}
          />
          {space && <SpaceFigure space={space} />}
        </Figures>
        {capacity === null && <p className="text-ink-soft">{own.noPlaces}</p>}
        <WeekHeatMap
          title={words.heat.title}
          caption={own.heatCaption(
            words.sources[source],
            own.weeksSeen(weeksObserved),
            format.percent(confidence, 0),
            format.day(recordedOn),
          )}
          week={persons}
          capacity={capacity ?? most}
        />
      </div>
    </Card>
  );
}

/** m² for each person in the busiest hour, against the norm of its kind and what is usual among its peers. */
function SpaceFigure({ space: { m2PerHead, peers, norm } }: { space: Space }) {
  const words = useWords(area).peers;
  const format = useFormats();
  const m2 = (value: number) => format.number(value, 1);
  const said = norm
    ? words.ofNorm(
        `${m2(norm.fromM2)}–${m2(norm.toM2)} m² ${words.heads[norm.head]}`,
        words.verdicts[againstNorm(m2PerHead, norm)],
      )
    : words.noNorm;
  return (
    <Figure
      label={words.perPerson}
      value={m2(m2PerHead)}
      note={[said, peers && words.ofPeers(m2(peers.middleM2))].filter(Boolean).join("; ")}
    />
  );
}
