import { Field } from "#app/components/field.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { ServiceChoice } from "#db/queries/trade/list-trade-services.ts";
import { tradeBases } from "#domain/trade/trade-basis.ts";

type Props = {
  services: readonly ServiceChoice[];
  /** What was typed, or what holds, by field. */
  typed: Record<string, string>;
  faults: readonly string[];
};

/** What two units agree on: the same fields for a new agreement and for a draft that is changed. */
export function TermsFields({ services, typed, faults }: Props) {
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  const { form } = words;
  const at = (field: string) => (faults.includes(field) ? [words.fieldFaults[field] ?? field] : null);
  const field = (name: string) => ({
    id: `terms-${name}`,
    name,
    defaultValue: typed[name],
    errors: at(name),
  });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        {...field("serviceCode")}
        label={form.service}
        required
        none=""
        options={services.map(({ code, nameDa, nameEn }) => ({
          value: code,
          label: isDanish ? nameDa : nameEn,
        }))}
      />
      <SelectField
        {...field("basis")}
        label={form.basis}
        options={tradeBases.map((basis) => ({ value: basis, label: words.basisNames[basis] }))}
      />
      <Field
        {...{ id: "terms-description", label: form.description, hint: form.descriptionHint }}
        errors={at("description")}
        isOptional
        className="sm:col-span-2"
      >
        {(control) => (
          <textarea
            {...control}
            name="description"
            rows={3}
            maxLength={1000}
            defaultValue={typed.description}
            className="control"
          />
        )}
      </Field>
      <TextField
        {...field("unitPrice")}
        {...{ label: form.unitPrice, hint: form.unitPriceHint, inputMode: "decimal", isOptional: true }}
      />
      <TextField
        {...field("quantity")}
        {...{ label: form.quantity, hint: form.quantityHint, inputMode: "decimal", isOptional: true }}
      />
      <TextField {...field("validFrom")} label={form.validFrom} type="date" required />
      <TextField {...field("lastDay")} label={form.lastDay} type="date" isOptional />
    </div>
  );
}
