import { Figure, Figures } from "#app/components/figure.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { SurveyAgeBadge } from "./condition-badge.tsx";
import type { BuildingPage } from "./load-building.ts";

type Props = { building: BuildingPage["building"]; age: BuildingPage["ages"]["building"] };

/** The five figures that one wants first, each with what it rests on. */
export function KeyFigures({ building, age }: Props) {
  const words = useWords(area).figures;
  const format = useFormats();
  const { areaM2, letM2, grossAreaM2, exteriorBacklogOre, unknownLeases } = building;
  const isPart = grossAreaM2 !== null && grossAreaM2 > areaM2;
  return (
    <Figures>
      <Figure
        label={words.area}
        value={format.number(areaM2, 0)}
        unit="m²"
        note={isPart ? words.grossArea(format.areaM2(grossAreaM2)) : undefined}
      />
      <Figure
        label={words.let}
        value={areaM2 > 0 ? format.percent(letM2 / areaM2) : "–"}
        note={words.letNote(format.areaM2(Math.max(0, areaM2 - letM2)))}
      />
      <ConditionFigure building={building} age={age} />
      <Figure
        label={words.backlog}
        value={format.ore(exteriorBacklogOre, "million")}
        note={
          areaM2 > 0 ? words.backlogPerM2(format.ore(Math.round(exteriorBacklogOre / areaM2))) : undefined
        }
      />
      <Figure
        label={words.leaseEnd}
        value={building.leaseEndOn ? format.day(building.leaseEndOn) : words.noEnd}
        note={unknownLeases > 0 ? words.unknownLeases(unknownLeases) : undefined}
      />
    </Figures>
  );
}

function ConditionFigure({ building, age }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const { condition, surveyedOn } = building;
  if (condition === null || surveyedOn === null)
    return <Figure label={words.figures.condition} value={words.figures.neverSurveyed} />;
  return (
    <Figure
      label={words.figures.condition}
      value={condition}
      unit={words.conditions[condition]}
      note={
        <>
          <span className="block">{words.figures.surveyed(format.day(surveyedOn))}</span>
          {age && <SurveyAgeBadge age={age} />}
        </>
      }
    />
  );
}
