import { useEffect, useState, type FormEvent } from "react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import {
  conditionOfObservation,
  faultsOf,
  type Observation,
  type ObservationFault,
} from "#domain/survey/observation.ts";
import { readTyped, typedFrom, typingKey, type TypedObservation } from "#domain/survey/typed-observation.ts";
import { ConditionBadge } from "../building/condition-badge.tsx";
import { DefectList } from "./defect-list.tsx";
import type { RowProps } from "./visit-props.ts";
import { RemedyList } from "./remedy-list.tsx";

/** So many times as much as last time, or as little, is asked after; it may be right. */
const jumpFactor = 5;

/** What is typed of an element, what is wrong with it, and the way to keep it. */
function useTyping({ element, type, visit, app }: RowProps) {
  const before = visit.observations.get(element.id);
  const key = typingKey(visit, element.id);
  const said = typedFrom(before, element);
  const [typed, setTyped] = useState<TypedObservation>(() => app.typing.get(key) ?? said);
  const [faults, setFaults] = useState<ObservationFault[]>([]);
  const [isSaved, setSaved] = useState(false);
  // What is being typed is kept as it is, so that neither a reload nor an empty battery loses it.
  const [isDirty, setDirty] = useState(app.typing.has(key));
  const { keepTyping } = app;
  useEffect(() => {
    if (isDirty) keepTyping(key, typed);
  }, [isDirty, keepTyping, key, typed]);
  const change = (part: Partial<TypedObservation>) => {
    setSaved(false);
    setDirty(true);
    setTyped((was) => ({ ...was, ...part }));
  };
  const undo = () => {
    setDirty(false);
    setFaults([]);
    setTyped(said);
    void app.dropTyping(key);
  };
  const observation = readTyped(typed, element, before?.newElement ?? null);
  // Sweden writes a day as the register does.
  const on = app.pack?.today ?? new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Copenhagen" });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(observation, type.unit, on);
    setFaults(found);
    if (found.length > 0) return;
    setSaved(true);
    setDirty(false);
    void app.dropTyping(key);
    void app.give(visit, { kind: "observe", observation });
  };
  return { typed, change, undo, observation, faults, isSaved, isDirty, onSubmit };
}

/** All that is said of one element, with the condition that follows shown as it is typed. */
export function ElementForm(props: RowProps) {
  const { element } = props;
  const words = useWords(area);
  const { typed, change, undo, observation, faults, isSaved, isDirty, onSubmit } = useTyping(props);
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      <FormErrors errors={faults.map((fault) => ({ message: words.refusals[fault] }))} />
      {element.lastOn !== null && (
        <Checkbox
          label={words.isGone}
          hint={typed.isGone && words.isGoneHint}
          checked={typed.isGone}
          onChange={({ target }) => change({ isGone: target.checked })}
        />
      )}
      {!typed.isGone && <StandingFields {...props} {...{ typed, change, observation }} />}
      <TextArea
        label={words.note}
        isOptional
        rows={2}
        maxLength={2000}
        value={typed.note}
        onChange={({ target }) => change({ note: target.value })}
      />
      <span className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" className="max-md:w-full">
          {words.save}
        </Button>
        {isDirty && (
          <Button look="plain" onClick={undo}>
            {words.undo}
          </Button>
        )}
        <span role="status">
          {isSaved && <Badge status="good">{words.saved}</Badge>}
          {isDirty && <Badge status="attention">{words.unsaved}</Badge>}
        </span>
      </span>
    </form>
  );
}

type StandingProps = RowProps & {
  typed: TypedObservation;
  change: (part: Partial<TypedObservation>) => void;
  observation: Observation;
};

/** What is said of an element that is there: how much, what is wrong, what follows and what should be done. */
function StandingFields({ element, type, app, typed, change, observation }: StandingProps) {
  const words = useWords(area);
  const format = useFormats();
  const ratio = observation.quantity / element.quantity;
  const isJump = element.lastOn !== null && (ratio > jumpFactor || ratio < 1 / jumpFactor);
  return (
    <>
      <TextField
        label={words.quantity}
        hint={isJump && words.jump(`${format.number(element.quantity)} ${type.unit}`)}
        unit={type.unit}
        inputMode="decimal"
        className="max-w-60"
        value={typed.quantity}
        onChange={({ target }) => change({ quantity: target.value })}
      />
      <DefectList
        defects={typed.defects}
        last={element.lastDefects}
        onChange={(defects) => change({ defects })}
      />
      <Checkbox
        label={words.investigate}
        checked={typed.needsInvestigation}
        onChange={({ target }) => change({ needsInvestigation: target.checked })}
      />
      <Outcome condition={conditionNow(observation)} />
      <RemedyList
        {...{ type, quantity: observation.quantity, remedies: typed.remedies }}
        prices={app.pack?.prices.filter(({ typeCode }) => typeCode === type.code) ?? []}
        onChange={(remedies) => change({ remedies })}
      />
    </>
  );
}

/** What the defects give so far; an extent that cannot be read counts as none until it can. */
const conditionNow = (observation: Parameters<typeof conditionOfObservation>[0]) =>
  conditionOfObservation({
    ...observation,
    defects: observation.defects.filter(({ extent }) => extent > 0 && extent <= 1),
  });

function Outcome({ condition }: { condition: ReturnType<typeof conditionOfObservation> }) {
  const words = useWords(area);
  return (
    <p aria-live="polite" className="flex items-center gap-2 font-semibold">
      {words.now("")}
      {condition === null ? (
        <Badge status="attention">{words.investigate}</Badge>
      ) : (
        <ConditionBadge condition={condition} />
      )}
    </p>
  );
}
