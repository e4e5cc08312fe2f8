import { Badge, type Status } from "#app/components/badge.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Condition } from "#domain/portfolio-row.ts";
import type { SurveyAge } from "#domain/survey-age.ts";

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

/** A warning beside a survey that is old, or too old, by the assumptions of the day; nothing beside a fresh one. */
export function SurveyAgeBadge({ age: { state, years } }: { age: SurveyAge }) {
  const words = useWords(area).surveyAge;
  if (state === "fresh") return null;
  return (
    <Badge status={state === "old" ? "bad" : "attention"} isLong>
      {words[state](years)}
    </Badge>
  );
}
