import { Checkbox, Fieldset } from "../checkbox.tsx";
import { Field } from "../field.tsx";
import { SelectField } from "../select-field.tsx";
import { people } from "../../i18n/people.ts";
import { signIn } from "../../i18n/sign-in.ts";
import { useWords } from "../../i18n/use-words.tsx";
import type { GrantChoices } from "#db/queries/accounts.ts";
import { roles } from "#domain/actor.ts";

/** What a grant form says at first, or said when it was sent. */
export interface GrantValues {
  role: string;
  administrationIds: readonly string[];
  unitIds: readonly string[];
  deputyAccountId: string | null;
}

type GrantFieldsProps = { choices: GrantChoices; values: GrantValues; faults: readonly string[] };

/** The fields that give a role: which, how far, and who stands in. */
export function GrantFields({ choices, values, faults }: GrantFieldsProps) {
  const words = useWords(people).grant;
  const names = useWords(signIn).roles;
  return (
    <>
      <SelectField
        label={words.role}
        id="role"
        name="role"
        defaultValue={values.role}
        options={roles.map((role) => ({ value: role, label: names[role] }))}
      />
      <Fieldset
        legend={words.administrations}
        hint={words.administrationsHint}
        errors={faults.includes("needsAdministration") ? [words.needsAdministration] : null}
      >
        <div className="grid gap-1 sm:grid-cols-2">
          {choices.administrations.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              name="administrationIds"
              value={id}
              defaultChecked={values.administrationIds.includes(id)}
            />
          ))}
        </div>
      </Fieldset>
      <UnitField choices={choices} chosen={values.unitIds} isMissing={faults.includes("needsUnit")} />
      <SelectField
        label={words.deputy}
        hint={words.deputyHint}
        name="deputyAccountId"
        none={words.noDeputy}
        defaultValue={values.deputyAccountId ?? ""}
        options={choices.accounts.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}

type UnitFieldProps = { choices: GrantChoices; chosen: readonly string[]; isMissing: boolean };

function UnitField({ choices, chosen, isMissing }: UnitFieldProps) {
  const words = useWords(people).grant;
  return (
    <Field
      label={words.units}
      hint={words.unitsHint}
      errors={isMissing ? [words.needsUnit] : null}
      id="unitIds"
    >
      {(control) => (
        <select
          {...control}
          name="unitIds"
          multiple
          size={8}
          defaultValue={[...chosen]}
          className="control h-auto"
        >
          {choices.administrations.map(({ id, name, units }) => (
            <optgroup key={id} label={name}>
              {units.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
