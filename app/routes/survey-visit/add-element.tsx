import type { FormEvent } from "react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import { newId } from "#domain/id.ts";
import { quantityFault, type ObservationFault } from "#domain/survey/observation.ts";
import { numberIn } from "#domain/typed-number.ts";
import { useState } from "react";
import type { VisitProps } from "./visit-props.ts";

/** An element that the building was not known to have: it stands in the list from here, as new until its defects are said. */
export function AddElement({ visit, app }: VisitProps) {
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  const [fault, setFault] = useState<ObservationFault | null>(null);
  const types = app.pack?.types ?? [];
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const type = types.find(({ code }) => code === fields.get("type"));
    if (!type) return;
    const quantity = numberIn(String(fields.get("quantity"))) ?? Number.NaN;
    const wrong = quantityFault(quantity, type.unit);
    setFault(wrong);
    if (wrong) return;
    const label = String(fields.get("label")).trim();
    const observation = {
      ...{ elementId: newId(), newElement: { typeCode: type.code, label }, quantity },
      ...{ isGone: false, needsInvestigation: false, note: "", defects: [], remedies: [] },
    };
    void app.give(visit, { kind: "observe", observation });
    form.reset();
    form.closest("details")?.removeAttribute("open");
  };
  return (
    <Card>
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-blue">
          {words.addElement} …
        </summary>
        <form noValidate onSubmit={onSubmit} className="grid gap-3 pt-2 md:grid-cols-3">
          <SelectField
            label={words.type}
            name="type"
            options={types.map(({ code, sfb, nameDa, nameEn, unit }) => ({
              value: code,
              label: `${sfb} ${isDanish ? nameDa : nameEn} (${unit})`,
            }))}
          />
          <TextField label={words.label} hint={words.labelHint} name="label" maxLength={200} isOptional />
          <TextField
            label={words.quantity}
            name="quantity"
            inputMode="decimal"
            errors={fault && [words.refusals[fault]]}
          />
          <Button type="submit" className="justify-self-start max-md:w-full">
            {words.addElement}
          </Button>
        </form>
      </details>
    </Card>
  );
}
