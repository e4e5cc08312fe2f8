import type { RuleTyped } from "#app/components/responsibility/answer-fields.tsx";
import type { ItemNames } from "#app/components/responsibility/name-rule.ts";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { causes, itemLocations, responsibilityTenures, ruleLevels } from "#domain/responsibility/terms.ts";

type MatterFieldsProps = {
  typed: RuleTyped;
  faults: readonly string[];
  names: ItemNames;
  administrations: readonly { id: string; name: string }[];
};

/** What a rule speaks of, and for whom. Nothing chosen means any. */
export function MatterFields({ typed, faults, names, administrations }: MatterFieldsProps) {
  const words = useWords(responsibility);
  const { rule } = words;
  const field = (name: string) => ({
    ...{ id: name, name, defaultValue: typed[name] ?? "" },
    errors: faults.includes(name) ? [words.faults[name] ?? words.otherFault] : null,
  });
  const among = <Term extends string>(terms: readonly Term[], of: Record<Term, string>) =>
    terms.map((value) => ({ value, label: of[value] }));
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <SelectField
        label={rule.item}
        none={words.anyItem}
        {...field("itemCode")}
        options={Object.entries(names).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        label={rule.location}
        none={words.any}
        {...field("location")}
        options={among(itemLocations, words.locations)}
      />
      <SelectField
        label={rule.cause}
        none={words.any}
        {...field("cause")}
        options={among(causes, words.causes)}
      />
      <SelectField
        label={rule.tenure}
        none={words.any}
        {...field("tenure")}
        options={among(responsibilityTenures, words.tenures)}
      />
      <SelectField
        label={rule.level}
        {...field("level")}
        options={among([...ruleLevels], words.levels)}
        className="sm:col-span-2"
      />
      <SelectField
        label={rule.administration}
        hint={rule.administrationHint}
        none={rule.noAdministration}
        {...field("administrationId")}
        options={administrations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label={rule.contract}
        hint={rule.contractHint}
        maxLength={60}
        autoComplete="off"
        {...field("contractNumber")}
      />
    </div>
  );
}
