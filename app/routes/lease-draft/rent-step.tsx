import { Card } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { rent as rentArea } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { DraftPage } from "./load-draft.server.ts";
import { StepForm, useFaultsOf } from "./step-form.tsx";

/** The lines of the rent, and what they come to in the first year by the site's own reckoning. */
export function RentStep(page: DraftPage) {
  const words = useWords(area);
  const faultsOf = useFaultsOf(page);
  const { form } = page.draft;
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: String(index + 1),
  }));
  const whole = faultsOf("rent");
  return (
    <StepForm draft={page.draft} step="rent">
      <Reckoned reckoned={page.reckoned} />
      <Card title={words.steps.rent}>
        <p className={`mb-3 ${whole ? "font-medium text-bad" : "text-ink-soft"}`}>
          {[...(whole ?? []), words.rentHint].join(" ")}
        </p>
        <ul className="flex flex-col gap-4">
          {form.rent.map((_, index) => (
            <RentLineFields key={index} index={index} {...page} />
          ))}
        </ul>
        <div className="mt-2 flex flex-wrap items-end gap-3">
          <TextField
            {...{ label: words.baseMonth, name: "baseMonth", defaultValue: form.terms.baseMonth }}
            {...{ placeholder: "2026-10", errors: faultsOf("baseMonth") }}
          />
          <SelectField
            {...{ label: words.adjustsInMonth, name: "adjustsInMonth", options: months }}
            defaultValue={form.terms.adjustsInMonth || "1"}
          />
        </div>
      </Card>
    </StepForm>
  );
}

/** One line: how much, as one amount or by the m², and whether and how far it follows the index. */
function RentLineFields({ index, ...page }: DraftPage & { index: number }) {
  const words = useWords(area);
  const { lines } = useWords(rentArea);
  const faultsOf = useFaultsOf(page);
  const row = page.draft.form.rent[index]!;
  const name = (key: string) => `rent.${index}.${key}`;
  const wrong = faultsOf(name("kind"));
  const percent = (key: "cap" | "floor", label: string) => (
    <TextField
      {...{ label, name: name(key), defaultValue: row[key], className: "w-24", errors: faultsOf(name(key)) }}
    />
  );
  return (
    <li className="border-b border-line pb-4 last:border-b-0">
      <fieldset className="flex flex-wrap items-end gap-3">
        <legend className="mb-1 font-semibold">
          {lines[row.part ? `${row.kind}:${row.part}` : row.kind]}
        </legend>
        {wrong && <p className="w-full font-medium text-bad">{wrong.join(" ")}</p>}
        <TextField
          {...{ label: words.kroner, name: name("kroner"), defaultValue: row.kroner, inputMode: "decimal" }}
          errors={faultsOf(name("kroner"))}
        />
        <SelectField
          {...{ label: words.basis, name: name("basis"), defaultValue: row.basis }}
          options={[
            { value: "perM2", label: words.bases.perM2 },
            { value: "whole", label: words.bases.whole },
          ]}
        />
        {percent("cap", words.cap)}
        {percent("floor", words.capFloor)}
        <Checkbox label={words.indexed} name={name("isIndexed")} defaultChecked={row.isIndexed} />
      </fieldset>
    </li>
  );
}

/** What the lease comes to, or why that cannot be said yet. */
export function Reckoned({ reckoned }: Pick<DraftPage, "reckoned">) {
  const words = useWords(area);
  const format = useFormats();
  if (!reckoned) return <p className="text-ink-soft">{words.notReckoned}</p>;
  if (reckoned.missing !== null)
    return <p className="font-medium text-bad">{words.indexMissing(format.day(reckoned.missing))}</p>;
  return (
    <p role="status" className="text-lg font-semibold">
      {words.reckoned(
        format.ore(reckoned.totalOre),
        format.areaM2(reckoned.areaM2),
        format.ore(reckoned.totalOre / reckoned.areaM2),
      )}
    </p>
  );
}
