import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day.ts";

type RoundProps = { today: Day; surveyors: readonly { id: string; name: string }[]; district: string };

/** Whom and when: what makes a round of the buildings that are ticked. */
export function RoundFields({ today, surveyors, district }: RoundProps) {
  const words = useWords(area).round;
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line p-4">
      <legend className="sr-only">{words.title}</legend>
      <h3 aria-hidden className="font-semibold">
        {words.title}
      </h3>
      <p className="text-sm text-ink-soft">{words.hint}</p>
      <div className="grid items-end gap-3 md:grid-cols-[1fr_auto_1fr_auto]">
        <TextField label={words.name} name="round" defaultValue={district} maxLength={100} isOptional />
        <TextField label={words.day} name="day" type="date" min={today} defaultValue={today} required />
        <SelectField
          label={words.who}
          name="surveyor"
          options={surveyors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button type="submit" look="primary">
          {words.make}
        </Button>
      </div>
    </fieldset>
  );
}
