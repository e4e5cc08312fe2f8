import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { CaseForm } from "./case-form.tsx";
import type { EditData } from "./edit-data.ts";

/** What the users of the units need, in words: what forbids, and what costs. */
export function ConditionsCard({ data }: { data: EditData }) {
  const words = useWords(area);
  const format = useFormats();
  const { inputs, broken, mayChange } = data;
  const nameOf = (id: string | null) =>
    [...inputs.units, ...inputs.premises].find((one) => one.id === id)?.name ?? "";
  return (
    <Card title={words.conditions}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-soft">{words.conditionsNote}</p>
        {inputs.conditions.length === 0 && <p>{words.noConditions}</p>}
        <ul className="flex flex-col">
          {inputs.conditions.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2"
            >
              <span className="min-w-0 basis-full sm:flex-1 sm:basis-0">
                <strong>{nameOf(one.unitId)}</strong>: {words.kindOf[one.kind].toLowerCase()}{" "}
                {one.distanceMeters
                  ? `${format.number(one.distanceMeters)} m`
                  : nameOf(one.otherUnitId ?? one.premisesId)}
                . {one.words}{" "}
                <span className="text-ink-soft">
                  ({one.strength === "hard" ? words.hard : words.soft(format.ore(one.yearlyPriceOre))})
                </span>
              </span>
              {broken.includes(one.id) && (
                <Badge status={one.strength === "hard" ? "bad" : "attention"}>{words.brokenHere}</Badge>
              )}
              {mayChange && (
                <CaseForm intent="removeCondition" version={inputs.case.version} values={{ id: one.id }}>
                  <Button type="submit" look="plain" isCompact aria-label={words.outOf(one.words)}>
                    {words.out}
                  </Button>
                </CaseForm>
              )}
            </li>
          ))}
        </ul>
        {mayChange && inputs.units.length > 0 && <ConditionForm data={data} />}
      </div>
    </Card>
  );
}

function ConditionForm({ data: { inputs } }: { data: EditData }) {
  const words = useWords(area);
  const say = words.condition;
  const asOptions = (parts: readonly { id: string; name: string }[]) =>
    parts.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <CaseForm
      intent="condition"
      version={inputs.case.version}
      className="screen-only grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4"
    >
      <SelectField name="unitId" label={say.unit} options={asOptions(inputs.units)} />
      <SelectField
        {...{ name: "kind", label: say.kind }}
        options={(["apart", "together", "notHere", "onlyHere", "within"] as const).map((value) => ({
          value,
          label: words.kindOf[value],
        }))}
      />
      <SelectField
        {...{ name: "target", label: say.target, none: "–" }}
        options={asOptions([...inputs.units, ...inputs.premises])}
      />
      <TextField name="meters" label={say.meters} inputMode="numeric" isOptional />
      <SelectField
        {...{ name: "strength", label: say.strength }}
        options={[
          { value: "hard", label: words.hard },
          { value: "soft", label: say.soft },
        ]}
      />
      <TextField name="price" label={say.price} inputMode="decimal" isOptional />
      <TextField name="words" label={say.words} maxLength={500} required />
      <Button type="submit">{say.add}</Button>
    </CaseForm>
  );
}
