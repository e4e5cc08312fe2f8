import { useState } from "react";
import { Badge } from "#app/components/badge.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { conditionOfObservation, type Observation } from "#domain/survey/observation.ts";
import { typingKey } from "#domain/survey/typed-observation.ts";
import { ConditionBadge } from "../building/condition-badge.tsx";
import { ElementForm } from "./element-form.tsx";
import { PhotoButton } from "./photo-button.tsx";
import type { RowProps } from "./visit-props.ts";

/** One element: folded what it was and is, open all that is said of it. */
export function ElementRow(props: RowProps) {
  const { element, type, visit, app, isOpen } = props;
  const [isUnfolded, setUnfolded] = useState(false);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const seen = visit.observations.get(element.id);
  const waiting = app.photos.filter(
    (photo) => photo.surveyId === visit.surveyId && photo.elementId === element.id,
  );
  const name = (
    <span className="min-w-0">
      <span className="figures text-ink-soft">{type.sfb}</span>{" "}
      <span className="font-semibold">{isDanish ? type.nameDa : type.nameEn}</span>
      {element.label && `, ${element.label}`}{" "}
      <span className="figures whitespace-nowrap text-ink-soft">
        {format.number(seen?.quantity ?? element.quantity)} {type.unit}
      </span>
    </span>
  );
  const state = <ElementState {...props} {...{ seen, isUnfolded }} waiting={waiting.length} />;
  if (!isOpen)
    return (
      <li className="flex flex-col gap-1 border-t border-line px-4 py-2.5">
        {name}
        {state}
      </li>
    );
  return (
    <li className="border-t border-line">
      <details
        data-element={element.typeCode}
        onToggle={(event) => event.target === event.currentTarget && setUnfolded(event.currentTarget.open)}
      >
        <summary className="flex min-h-11 cursor-pointer flex-col gap-1 px-4 py-2.5 hover:bg-blue-tint">
          {name}
          {state}
        </summary>
        {isUnfolded && (
          <div className="flex flex-col gap-4 border-t border-line bg-sunken p-4">
            <ElementForm {...props} />
            {seen && !seen.isGone && <PhotoButton {...props} waiting={waiting} />}
          </div>
        )}
      </details>
    </li>
  );
}

type StateProps = RowProps & { seen: Observation | undefined; isUnfolded: boolean; waiting: number };

/** How the element is as far as this survey has seen it, and how it was last. */
function ElementState({ element, visit, app, seen, isUnfolded, waiting }: StateProps) {
  const words = useWords(area);
  const format = useFormats();
  const condition = seen && conditionOfObservation(seen);
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
      {condition && <ConditionBadge condition={condition} />}
      {condition === null && (
        <Badge status="attention">{seen?.isGone ? words.gonePart : words.investigate}</Badge>
      )}
      {!isUnfolded && app.typing.has(typingKey(visit, element.id)) && (
        <Badge status="attention">{words.unsaved}</Badge>
      )}
      {element.lastOn === null
        ? words.notSeenBefore
        : words.last(String(element.lastCondition ?? "–"), format.day(element.lastOn))}
      {waiting > 0 && words.photos(waiting)}
    </span>
  );
}
