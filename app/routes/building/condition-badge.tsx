import { Badge, type Status } from "#app/components/badge.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import { surveyAgeOf } from "#domain/survey-age.ts";

const statuses: Record<Condition, Status> = {
  1: "good",
  2: "good",
  3: "neutral",
  4: "attention",
  5: "bad",
  6: "bad",
};

/** A condition as its number, its word and its shape. */
export function ConditionBadge({ condition }: { condition: Condition }) {
  const words = useWords(area);
  return (
    <Badge status={statuses[condition]}>
      {condition} · {words.conditions[condition]}
    </Badge>
  );
}

/** A warning beside a survey that is more than five (or eight) years old; nothing beside a fresh one. */
export function SurveyAgeBadge({ surveyedOn, on }: { surveyedOn: Day; on: Day }) {
  const words = useWords(area).surveyAge;
  const { state, years } = surveyAgeOf(surveyedOn, on);
  if (state === "fresh") return null;
  return (
    <Badge status={state === "old" ? "bad" : "attention"} isLong>
      {words[state](years)}
    </Badge>
  );
}
