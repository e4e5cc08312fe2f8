import { staged } from "../../i18n/staged.ts";
import { useWords } from "../../i18n/use-words.tsx";
import type { StagedFaults, StagedTyped } from "#domain/staged/read-staged-form.ts";
import { tenures } from "#domain/portfolio-row.ts";
import { FieldError } from "../field.tsx";
import { SelectField } from "../select-field.tsx";
import { TextField } from "../text-field.tsx";

type Typing = { typed: StagedTyped; faults: StagedFaults };

/** What is wrong with a field, in words. */
export function useFieldErrors(faults: StagedFaults): (name: string) => string[] | null {
  const words = useWords(staged).fieldFaults;
  return (name) => (faults[name] ? [words[faults[name]]] : null);
}

type OwnershipProps = Typing & { administrations: { id: string; name: string }[]; today: string };

/** How the city holds what is confirmed, from which day, and who answers for it. */
export function OwnershipFields({ typed, faults, administrations, today }: OwnershipProps) {
  const words = useWords(staged).decide;
  const errorsOf = useFieldErrors(faults);
  return (
    <>
      <fieldset aria-describedby={faults["tenure"] ? "tenure-error" : undefined}>
        <legend className="mb-1 text-sm font-semibold">{words.tenure}</legend>
        {tenures.map((tenure, index) => (
          <label key={tenure} className="flex min-h-7 items-center gap-2.5 pointer-coarse:min-h-11">
            <input
              {...(index === 0 && { id: "tenure" })}
              type="radio"
              name="tenure"
              value={tenure}
              defaultChecked={typed["tenure"] === tenure}
              className="size-4.5"
            />
            {words.tenures[tenure]}
          </label>
        ))}
        <FieldError id="tenure-error" errors={errorsOf("tenure")} />
      </fieldset>
      <TextField
        {...{ id: "from", name: "from", type: "date", label: words.from, hint: words.fromHint, max: today }}
        defaultValue={typed["from"] ?? today}
        errors={errorsOf("from")}
      />
      {administrations.length > 0 && (
        <SelectField
          {...{
            id: "administrationId",
            name: "administrationId",
            label: words.administration,
            isOptional: true,
          }}
          none={words.noAdministration}
          defaultValue={typed["administrationId"] ?? ""}
          options={administrations.map(({ id, name }) => ({ value: id, label: name }))}
          errors={errorsOf("administrationId")}
        />
      )}
    </>
  );
}

/** Which property and which address. */
export function AddressFields({ typed, faults }: Typing) {
  const words = useWords(staged).decide;
  const errorsOf = useFieldErrors(faults);
  const field = (name: string) => ({
    ...{ id: name, name, defaultValue: typed[name], errors: errorsOf(name), autoComplete: "off" },
  });
  return (
    <>
      <TextField {...field("bfe")} label={words.bfe} hint={words.bfeHint} inputMode="numeric" isOptional />
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-3">
        <TextField {...field("street")} label={words.street} />
        <TextField {...field("houseNumber")} label={words.houseNumber} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] items-start gap-3">
        <TextField {...field("postcode")} label={words.postcode} inputMode="numeric" />
        <TextField {...field("town")} label={words.town} />
      </div>
    </>
  );
}
