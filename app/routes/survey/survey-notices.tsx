import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { competes } from "#domain/survey/survey-command.ts";
import type { OtherSurvey, SurveyPage } from "#domain/survey/survey-page.ts";
import { ConditionBadge } from "../building/condition-badge.tsx";

/** What a reader must know of a survey before they trust it: how it ended, and what others there are. */
export function SurveyNotices({ survey }: { survey: SurveyPage }) {
  const words = useWords(area).page;
  const format = useFormats();
  const rivals = survey.others.filter((other) => competes(survey, other));
  const amended = survey.others.filter(({ id }) => id === survey.amendsId);
  const amendments = survey.others.filter(({ amendsId, signedAt }) => amendsId === survey.id && signedAt);
  return (
    <>
      {rivals.length > 0 && (
        <Notice status="attention" title={words.competing}>
          <p>{words.competingHint}</p>
          <Others others={rivals} />
        </Notice>
      )}
      {amendments.length > 0 && (
        <Notice status="attention" title={words.amendedBy}>
          <Others others={amendments} />
        </Notice>
      )}
      {amended.length > 0 && (
        <Notice title={words.amends}>
          <Others others={amended} />
        </Notice>
      )}
      <Card>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {survey.condition !== null && <ConditionBadge condition={survey.condition} />}
          {survey.condition === null && survey.grade === "UN" && (
            <Badge status="attention">{words.investigate}</Badge>
          )}
          {survey.scale !== "1–6" && survey.grade && <span>{words.scale(survey.scale, survey.grade)}</span>}
          <span>{words.shares(survey.elements.length)}</span>
          <span className="text-ink-soft">
            {survey.signedAt ? words.signed(format.dateTime(survey.signedAt)) : words.unsigned}
          </span>
        </p>
      </Card>
    </>
  );
}

function Others({ others }: { others: readonly OtherSurvey[] }) {
  const words = useWords(area).page;
  const format = useFormats();
  return (
    <ul>
      {others.map((other) => {
        const text = words.earlier(format.day(other.surveyedOn), other.surveyor ?? words.unknownSurveyor);
        return (
          <li key={other.id}>
            {other.signedAt ? (
              <Link to={`/surveys/${other.id}`} className="text-link inline-flex min-h-6 items-center">
                {text}
              </Link>
            ) : (
              `${text}. ${words.unsigned}`
            )}
          </li>
        );
      })}
    </ul>
  );
}
