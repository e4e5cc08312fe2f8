import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { CaseForm } from "./case-form.tsx";
import type { EditData } from "./edit-data.ts";

/** Which units are told to wait for others in this scenario, whoever has room for whom; and a way to say so. */
export function WaitsForm({ data: { inputs, scenario, mayChange } }: { data: EditData }) {
  const words = useWords(area);
  const say = words.wait;
  const { version } = inputs.case;
  const nameOf = (id: string) => inputs.units.find((one) => one.id === id)?.name ?? "";
  const options = inputs.units.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="flex flex-col gap-3 p-4">
      <h3 className="font-semibold">{say.title}</h3>
      {scenario.dependencies.length === 0 && <p className="text-ink-soft">{say.none}</p>}
      <ul className="flex flex-col">
        {scenario.dependencies.map(({ unitId, afterUnitId }) => {
          const sentence = say.told(nameOf(unitId), nameOf(afterUnitId));
          return (
            <li
              key={`${unitId} ${afterUnitId}`}
              className="flex flex-wrap items-center gap-3 border-b border-line py-1"
            >
              <span className="min-w-0 flex-1">{sentence}</span>
              {mayChange && (
                <CaseForm
                  intent="wait"
                  version={version}
                  values={{ scenario: scenario.id, unitId, afterUnitId, holds: "" }}
                >
                  <Button type="submit" look="plain" isCompact aria-label={say.offOf(sentence)}>
                    {say.off}
                  </Button>
                </CaseForm>
              )}
            </li>
          );
        })}
      </ul>
      {mayChange && inputs.units.length > 1 && (
        <CaseForm
          intent="wait"
          version={version}
          values={{ scenario: scenario.id, holds: "1" }}
          className="screen-only grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
        >
          <SelectField name="unitId" label={say.unit} options={options} />
          <SelectField
            {...{ name: "afterUnitId", label: say.after, options }}
            defaultValue={options[1]!.value}
          />
          <Button type="submit">{say.add}</Button>
        </CaseForm>
      )}
    </div>
  );
}
