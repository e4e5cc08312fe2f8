import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { surveyVisit } from "#app/i18n/survey-visit.ts";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { extentClassOf } from "#domain/condition/defect.ts";
import type { SurveyElement, SurveyRemedy } from "#domain/survey/survey-page.ts";
import { ConditionBadge } from "../building/condition-badge.tsx";

/** Everything that a survey saw, element by element. */
export function SurveyElements({ elements }: { elements: readonly SurveyElement[] }) {
  const words = useWords(area).page;
  if (elements.length === 0) return <p className="text-ink-soft">{words.none}</p>;
  return (
    <Card title={words.elements} isFlush>
      <ul>
        {elements.map((element) => (
          <ElementLine key={element.id} element={element} />
        ))}
      </ul>
    </Card>
  );
}

function ElementLine({ element }: { element: SurveyElement }) {
  const words = useWords(area).page;
  const visit = useWords(surveyVisit);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const name = [isDanish ? element.nameDa : element.nameEn, element.label].filter(Boolean).join(", ");
  return (
    <li className="flex flex-col gap-2 border-t border-line px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0">
          <span className="figures font-normal text-ink-soft">{element.sfb}</span> {name}{" "}
          <span className="figures font-normal whitespace-nowrap text-ink-soft">
            {format.number(element.quantity)} {element.unit}
          </span>
        </h3>
        {element.isGone ? (
          <Badge status="attention">{visit.gonePart}</Badge>
        ) : element.condition === null ? (
          <Badge status="attention">
            {element.grade && element.grade !== "UN" ? element.grade : words.investigate}
          </Badge>
        ) : (
          <ConditionBadge condition={element.condition} />
        )}
      </div>
      {!element.isGone && <Defects element={element} />}
      {element.remedies.length > 0 && (
        <ul aria-label={words.remedies} className="list-disc pl-5">
          {element.remedies.map((remedy, index) => (
            <li key={index}>
              <Remedy remedy={remedy} unit={element.unit} />
            </li>
          ))}
        </ul>
      )}
      {element.note && <p className="break-words whitespace-pre-line text-ink-soft">{element.note}</p>}
      {element.photos.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {element.photos.map((id, index) => (
            <li key={id}>
              <a href={`/surveys/photos/${id}`}>
                <img
                  src={`/surveys/photos/${id}/thumbnail`}
                  alt={words.photo(index + 1, name)}
                  className="h-24 w-32 rounded-base object-cover"
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Defects({ element: { defects } }: { element: SurveyElement }) {
  const words = useWords(area).page;
  const visit = useWords(surveyVisit);
  const format = useFormats();
  if (defects.length === 0) return <p className="text-sm text-ink-soft">{words.noDefects}</p>;
  return (
    <ul aria-label={words.defects} className="list-disc pl-5">
      {defects.map((defect, index) => (
        <li key={index}>
          {defect.description && `${defect.description}. `}
          <span className="text-sm text-ink-soft">
            {[
              visit.severities[defect.severity],
              visit.intensities[defect.intensity],
              `${visit.extents[extentClassOf(defect.extent)]} (${format.number(defect.extent * 100, 0)} %)`,
            ].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Remedy({ remedy, unit }: { remedy: SurveyRemedy; unit: string }) {
  const words = useWords(area).page;
  const visit = useWords(surveyVisit);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const { description, isLumpSum, shareToRepair, recommendedYear, unitPriceOre } = remedy;
  const listed = isDanish ? remedy.priceDa : remedy.priceEn;
  const price = isLumpSum
    ? `${format.ore(unitPriceOre)} ${words.lumpSum}`
    : `${format.ore(unitPriceOre)}/${unit}`;
  return (
    <>
      {description || listed || visit.purposes[remedy.purpose]}{" "}
      <span className="figures text-sm text-ink-soft">
        {[
          listed && listed !== description && listed,
          price,
          !isLumpSum && words.ofIt(format.number(shareToRepair * 100, 1)),
          recommendedYear !== null && words.year(recommendedYear),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}
