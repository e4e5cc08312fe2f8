import { Badge } from "#app/components/badge.tsx";
import { condition as area } from "#app/i18n/condition.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { StandingElement } from "#db/queries/condition/list-elements.ts";
import { ConditionBadge } from "./condition-badge.tsx";

/** The elements of a building, each opening to its defects and what is to be done about them. */
export function ElementList({ elements }: { elements: readonly StandingElement[] }) {
  const words = useWords(area).elements;
  return (
    <ul aria-label={words.title} className="border-y border-line">
      {elements.map((element) => (
        <li key={element.id} className="border-b border-line last:border-b-0">
          <details className="group">
            <summary className="grid min-h-11 cursor-pointer grid-cols-2 items-center gap-x-4 gap-y-1 py-2 hover:bg-blue-tint lg:grid-cols-[5fr_4fr_4fr_3fr]">
              <Head element={element} />
            </summary>
            <Body element={element} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Head({ element }: { element: StandingElement }) {
  const words = useWords(area).elements;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const { type, label, quantity, condition, estimatedClass, estimate, observedOn, lines } = element;
  const amountOre = lines.reduce((sum, line) => sum + line.amountOre, 0);
  return (
    <>
      <span className="col-span-2 lg:col-span-1">
        <span className="figures text-ink-soft">{type.sfb}</span>{" "}
        <span className="font-medium">{isDanish ? type.nameDa : type.nameEn}</span>
        {label && `, ${label}`}{" "}
        <span className="figures text-sm whitespace-nowrap text-ink-soft">
          {format.number(quantity)} {words.units[type.unit]}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
        {condition === null ? (
          <Badge status="attention">{words.notKnown}</Badge>
        ) : (
          <ConditionBadge condition={condition} />
        )}
        {observedOn && <span className="figures text-ink-soft">{words.seen(format.day(observedOn))}</span>}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
        {estimatedClass !== null && (
          <>
            <ConditionBadge condition={estimatedClass} />
            <span className="figures text-ink-soft">{words.estimated(format.number(estimate, 1))}</span>
          </>
        )}
      </span>
      <span className="figures col-span-2 text-sm lg:col-span-1 lg:text-right">
        {amountOre > 0 ? format.ore(amountOre) : <span className="text-ink-soft">{words.nothing}</span>}
      </span>
    </>
  );
}

function Body({ element }: { element: StandingElement }) {
  const all = useWords(area);
  const words = all.elements;
  const format = useFormats();
  const { defects, lines, type, renewedYear, consequence, replacementOre, grade } = element;
  return (
    <div className="flex flex-col gap-2 pb-4 pl-4 text-sm">
      <p className="text-ink-soft">
        {words.life(type.lifeYears, renewedYear)} {words.consequence(consequence)}{" "}
        {replacementOre > 0 && words.replacement(format.ore(replacementOre))}
      </p>
      {grade && <p>{words.grade(grade)}</p>}
      <h4 className="font-semibold">{words.defects}</h4>
      {defects.length === 0 ? (
        <p className="text-ink-soft">{words.noDefects}</p>
      ) : (
        <ul className="list-disc pl-5">
          {defects.map((defect, index) => (
            <li key={index}>
              {defect.description}{" "}
              <span className="text-ink-soft">
                {words.defect(
                  words.severities[defect.severity],
                  words.intensities[defect.intensity],
                  format.percent(defect.extent, 0),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <>
          <h4 className="font-semibold">{words.remedies}</h4>
          <ul className="figures list-disc pl-5">
            {lines.map((line, index) => (
              <li key={index}>
                {line.remedy}: {format.ore(line.amountOre)}{" "}
                <span className="text-ink-soft">
                  ({all.kinds[line.kind]}
                  {line.recommendedYear && `, ${words.recommended(line.recommendedYear)}`})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
