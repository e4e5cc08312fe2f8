import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { SignedSurvey } from "#domain/survey/survey-pack.ts";
import { ConditionBadge } from "../building/condition-badge.tsx";

type SignedProps = { signed: readonly SignedSurvey[]; isOne: boolean };

/** What one has signed of late, with the way to it; these links need network. */
export function SignedList({ signed, isOne }: SignedProps) {
  const words = useWords(area);
  const format = useFormats();
  if (signed.length === 0) return null;
  return (
    <>
      {isOne && <Notice status="good">{words.done}</Notice>}
      <Card title={words.doneTitle} isFlush>
        <ul>
          {signed.map((survey) => (
            <li
              key={survey.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2"
            >
              <span className="min-w-0 basis-full font-medium sm:flex-1 sm:basis-0">{survey.building}</span>
              <span className="figures text-sm text-ink-soft">{format.day(survey.surveyedOn)}</span>
              {survey.condition === null ? (
                <Badge status="attention">{words.investigate}</Badge>
              ) : (
                <ConditionBadge condition={survey.condition} />
              )}
              <a href={`/surveys/${survey.id}`} className="text-link py-1">
                {words.read}
                <span className="sr-only"> {survey.building}</span>
              </a>
              <a href={`/buildings/${survey.buildingId}#condition`} className="text-link py-1">
                {words.building}
                <span className="sr-only"> {survey.building}</span>
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
