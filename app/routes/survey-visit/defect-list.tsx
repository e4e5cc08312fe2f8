import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import {
  extentClassOf,
  intensities,
  severities,
  type Intensity,
  type Severity,
} from "#domain/condition/defect.ts";
import type { ObservedDefect } from "#domain/survey/observation.ts";
import { blankDefect, typedDefect, type TypedDefect } from "#domain/survey/typed-observation.ts";
import { numberIn } from "#domain/typed-number.ts";

type ListProps = {
  defects: readonly TypedDefect[];
  last: readonly ObservedDefect[];
  onChange: (defects: TypedDefect[]) => void;
};

/** The defects of an element, each in plain words; those seen last can be taken over. */
export function DefectList({ defects, last, onChange }: ListProps) {
  const words = useWords(area);
  const put = (index: number, part: Partial<TypedDefect>) =>
    onChange(defects.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold">{words.defects}</legend>
      {defects.length === 0 && <p className="text-sm text-ink-soft">{words.noDefects}</p>}
      {defects.map((defect, index) => (
        <DefectFields
          key={index}
          {...{ defect, index }}
          onPut={(part) => put(index, part)}
          onRemove={() => onChange(defects.filter((_, at) => at !== index))}
        />
      ))}
      <span className="flex flex-wrap gap-2">
        <Button onClick={() => onChange([...defects, blankDefect])}>{words.addDefect}</Button>
        {defects.length === 0 && last.length > 0 && (
          <Button look="plain" onClick={() => onChange(last.map(typedDefect))}>
            {words.copyDefects}
          </Button>
        )}
      </span>
    </fieldset>
  );
}

type FieldsProps = {
  defect: TypedDefect;
  index: number;
  onPut: (part: Partial<TypedDefect>) => void;
  onRemove: () => void;
};

function DefectFields({ defect, index, onPut, onRemove }: FieldsProps) {
  const words = useWords(area);
  const extent = (numberIn(defect.extent) ?? 0) / 100;
  return (
    <div
      role="group"
      aria-label={words.defect(index + 1)}
      className="grid gap-3 rounded-base border border-line bg-surface p-3 md:grid-cols-2"
    >
      <TextField
        label={words.what}
        className="md:col-span-2"
        maxLength={2000}
        value={defect.description}
        onChange={({ target }) => onPut({ description: target.value })}
      />
      <SelectField
        label={words.severity}
        value={defect.severity}
        onChange={({ target }) => onPut({ severity: target.value as Severity })}
        options={severities.map((value) => ({ value, label: words.severities[value] }))}
      />
      <SelectField
        label={words.intensity}
        value={defect.intensity}
        onChange={({ target }) => onPut({ intensity: target.value as Intensity })}
        options={intensities.map((value) => ({ value, label: words.intensities[value] }))}
      />
      <TextField
        label={words.extent}
        inputMode="decimal"
        unit="%"
        value={defect.extent}
        hint={extent > 0 && extent <= 1 && words.extents[extentClassOf(extent)]}
        onChange={({ target }) => onPut({ extent: target.value })}
      />
      <Button look="plain" className="self-end justify-self-end" onClick={onRemove}>
        {words.remove}
      </Button>
    </div>
  );
}
