import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField, type Option } from "#app/components/select-field.tsx";
import { AddressFields, OwnershipFields, useFieldErrors } from "#app/components/staged/ownership-fields.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { staged } from "#app/i18n/staged.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { StagedFaults, StagedTyped } from "#domain/staged/read-staged-form.ts";
import { addressOf, type StagedRow } from "#domain/staged/staged-row.ts";
import type { DecideAnswer } from "../staged/decide.ts";

type RowFormProps = {
  row: StagedRow;
  administrations: { id: string; name: string }[];
  uses: readonly Option[];
  today: string;
  answer: DecideAnswer | undefined;
};

const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

/** What the register says, as the form begins with it. */
function beginningOf({ facts, position, knownAddress, ...row }: StagedRow): StagedTyped {
  const address = addressOf({ facts, knownAddress });
  return {
    ...{ name: text(facts.name), useCode: text(facts.useCode), storeys: text(facts.storeys) },
    ...{ grossArea: text(facts.grossAreaM2), builtYear: text(facts.builtYear), heldArea: "" },
    ...{ latitude: text(position?.[1]), longitude: text(position?.[0]), positionExcuse: "", id: row.id },
    ...{ bfe: text(facts.bfeNumber ?? knownAddress?.bfeNumber) },
    ...{ street: "", houseNumber: "", postcode: "", town: "", ...address },
  };
}

/** Everything about one row, correctable, before it becomes a building. */
export function RowForm({ row, administrations, uses, today, answer }: RowFormProps) {
  const words = useWords(staged).decide;
  const isBusy = useNavigation().state === "submitting";
  const typed = answer?.typed?.["intent"] === "confirm" ? answer.typed : beginningOf(row);
  const faults = answer?.faults ?? {};
  return (
    <Form method="post" noValidate className="flex max-w-2xl flex-col gap-4">
      <OwnershipFields {...{ typed, faults, administrations, today }} />
      <AddressFields {...{ typed, faults }} />
      <FactFields {...{ typed, faults, uses }} />
      <Button
        type="submit"
        name="intent"
        value="confirm"
        look="primary"
        disabled={isBusy}
        className="self-start"
      >
        {isBusy ? words.confirming : words.confirm}
      </Button>
    </Form>
  );
}

type FactFieldsProps = { typed: StagedTyped; faults: StagedFaults; uses: readonly Option[] };

function FactFields({ typed, faults, uses }: FactFieldsProps) {
  const words = useWords(staged).row;
  const errorsOf = useFieldErrors(faults);
  const field = (name: string) => ({
    ...{ id: name, name, defaultValue: typed[name], errors: errorsOf(name), autoComplete: "off" },
  });
  const pair = "grid grid-cols-2 items-start gap-3";
  return (
    <>
      <TextField {...field("name")} label={words.name} hint={words.nameHint} isOptional />
      <SelectField {...field("useCode")} label={words.use} none={words.chooseUse} options={uses} />
      <div className={pair}>
        <TextField {...field("grossArea")} label={words.grossArea} unit="m²" inputMode="decimal" />
        <TextField {...field("heldArea")} label={words.heldArea} unit="m²" inputMode="decimal" isOptional />
      </div>
      <p className="-mt-2 text-sm text-ink-soft">{words.heldHint}</p>
      <div className={pair}>
        <TextField {...field("storeys")} label={words.storeys} inputMode="numeric" />
        <TextField {...field("builtYear")} label={words.builtYear} inputMode="numeric" isOptional />
      </div>
      <div className={pair}>
        <TextField {...field("latitude")} label={words.latitude} inputMode="decimal" />
        <TextField {...field("longitude")} label={words.longitude} inputMode="decimal" />
      </div>
      <TextField {...field("positionExcuse")} label={words.excuse} hint={words.excuseHint} isOptional />
    </>
  );
}
