import { SelectField } from "#app/components/select-field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { HandOverFacts, HandOverField, HandOverKind } from "#domain/hand-over/hand-over-facts.ts";
import type { FaultAt } from "#domain/hand-over/judge-facts.ts";
import type { Typed } from "#domain/hand-over/read-hand-over.ts";

type FieldsProps = {
  kind: HandOverKind;
  typed: Typed;
  faults: readonly FaultAt[];
  administrations: readonly { id: string; name: string }[];
  units: readonly { id: string; name: string }[];
};

/** What is wrong with a field, naming the other lease and the day. */
export function useFaultWords(): (fault: FaultAt) => string {
  const words = useWords(area);
  const format = useFormats();
  return ({ fault, other, day }) => {
    const name = other && /^\d+$/.test(other) ? words.row(other) : (other ?? "");
    return words.faults[fault]({ other: name, day: format.day(day) });
  };
}

/** The fields of a lease or property, in groups; what was typed stays, with what is wrong beside it. */
export function HandOverFields({ kind, typed, faults, administrations, units }: FieldsProps) {
  const words = useWords(area);
  const say = useFaultWords();
  const field: Control = (name) => ({
    ...{ id: name, name, label: words.fields[name], defaultValue: typed[name] ?? "", autoComplete: "off" },
    errors: faults.filter((one) => one.field === name).map(say),
  });
  const pair = "grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-3";
  const isLease = kind === "lease";
  return (
    <>
      <Group legend={words.form.where}>
        {administrations.length > 1 && (
          <SelectField
            {...field("administration")}
            none={words.form.choose}
            options={administrations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div className={pair}>
          <TextField {...field("street")} />
          <TextField {...field("houseNumber")} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] items-start gap-3">
          <TextField {...field("postcode")} inputMode="numeric" />
          <TextField {...field("town")} />
        </div>
        {isLease && <TextField {...field("premises")} hint={words.hints.premises} isOptional />}
        <div className={half}>
          <TextField {...field("areaM2")} inputMode="decimal" />
          <TextField {...field("useCode")} hint={words.hints.useCode} isOptional />
        </div>
        <SelectField
          {...field("unit")}
          {...{ isOptional: true, hint: words.hints.unit, none: words.form.choose }}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Group>
      {isLease ? <TermFields field={field} /> : <PropertyFields field={field} />}
      <Group legend={words.form.rest}>
        <div className={half}>
          <TextField {...field("latitude")} inputMode="decimal" isOptional />
          <TextField {...field("longitude")} inputMode="decimal" isOptional />
        </div>
        <p className="-mt-1 text-sm text-ink-soft">{words.hints.position}</p>
        <TextArea {...field("note")} isOptional maxLength={2000} />
      </Group>
    </>
  );
}

type Control = (name: HandOverField) => {
  id: string;
  name: string;
  label: string;
  defaultValue: string;
  autoComplete: string;
  errors: string[];
};

const half = "grid grid-cols-1 items-start gap-3 sm:grid-cols-2";

/** Whom it is rented from, for how long and for how much. */
function TermFields({ field }: { field: Control }) {
  const words = useWords(area);
  return (
    <Group legend={words.form.terms}>
      <TextField {...field("counterparty")} />
      <div className={half}>
        <TextField {...field("startsOn")} type="date" />
        <TextField {...field("lastDay")} type="date" isOptional />
      </div>
      <p className="-mt-1 text-sm text-ink-soft">{words.hints.lastDay}</p>
      <div className={half}>
        <TextField {...field("noticeMonths")} inputMode="numeric" isOptional />
        <TextField {...field("nonTerminableUntil")} type="date" isOptional />
      </div>
      <TextField {...field("annualRent")} inputMode="decimal" isOptional />
    </Group>
  );
}

function PropertyFields({ field }: { field: Control }) {
  const words = useWords(area);
  return (
    <Group legend={words.form.facts}>
      <div className={half}>
        <TextField {...field("bfeNumber")} inputMode="numeric" isOptional />
        <TextField {...field("builtYear")} inputMode="numeric" isOptional />
      </div>
    </Group>
  );
}

function Group({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}

/** The facts as the form begins with them. */
export function typedOf(facts: HandOverFacts, unitId: string | null): Typed {
  const text = (value: string | number | null) => (value === null ? "" : String(value).replace(".", ","));
  const { position, annualRentOre } = facts;
  return {
    ...{ street: facts.street, houseNumber: facts.houseNumber, postcode: facts.postcode, town: facts.town },
    ...{
      premises: facts.premises,
      useCode: facts.useCode ?? "",
      areaM2: text(facts.areaM2),
      unit: unitId ?? "",
    },
    ...{
      counterparty: facts.counterparty ?? "",
      startsOn: facts.startsOn ?? "",
      lastDay: facts.lastDay ?? "",
    },
    ...{ noticeMonths: text(facts.noticeMonths), nonTerminableUntil: facts.nonTerminableUntil ?? "" },
    ...{
      annualRent: text(annualRentOre === null ? null : annualRentOre / 100),
      bfeNumber: text(facts.bfeNumber),
    },
    ...{
      builtYear: text(facts.builtYear),
      latitude: text(position?.[1] ?? null),
      longitude: text(position?.[0] ?? null),
    },
    note: facts.note,
  };
}
