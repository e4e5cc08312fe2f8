import { Checkbox } from "#app/components/checkbox.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { recurring } from "#app/i18n/recurring.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { ServiceRow } from "#db/queries/catalogue/list-services.ts";
import type { UnitPlace } from "#db/queries/recurring/list-unit-places.ts";
import { addDays } from "#domain/day-count.ts";
import { nameIn, priceText } from "../catalogue/service-text.ts";
import { PatternFields } from "./pattern-fields.tsx";
import type { NewRecurringAnswer } from "./typed.ts";

interface RecurringFieldsProps {
  today: string;
  places: UnitPlace[];
  services: Pick<ServiceRow, "code" | "nameDa" | "nameEn" | "unit" | "unitPriceOre">[];
  service: string;
  answer: NewRecurringAnswer | null;
}

/** Where, what, how much, when, and until when. */
export function RecurringFields({ today, places, services, service, answer }: RecurringFieldsProps) {
  const { form } = useWords(recurring);
  const words = useWords(catalogue);
  const format = useFormats();
  const locale = useLocale();
  const typed = answer?.typed.fields;
  const field = (name: string, fallback = "") => ({
    ...{ id: name, name, defaultValue: typed ? (typed[name] ?? "") : fallback },
    errors: answer?.faults.includes(name) ? [form.faults[name] ?? name] : null,
  });
  const described = ({ unit, unitPriceOre, ...one }: (typeof services)[number]) =>
    unit && unitPriceOre !== null
      ? `${nameIn(one, locale)} · ${priceText({ unit, unitPriceOre }, words, format)}`
      : nameIn(one, locale);
  return (
    <>
      <SelectField
        {...field("place")}
        label={form.place}
        none={places.length > 1 ? "–" : undefined}
        options={places.map(({ unitId, unitName, buildingId, buildingName }) => ({
          value: `${unitId}:${buildingId}`,
          label: unitName === buildingName ? unitName : `${unitName} · ${buildingName}`,
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr] sm:items-end">
        <SelectField
          {...field("serviceCode", service)}
          label={form.service}
          none="–"
          options={services.map((one) => ({ value: one.code, label: described(one) }))}
        />
        <TextField {...field("quantity", "1")} label={form.quantity} inputMode="decimal" required />
      </div>
      <TextField
        {...field("description")}
        {...{ label: form.description, hint: form.descriptionHint, maxLength: 2000, isOptional: true }}
      />
      <PatternFields answer={answer} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          {...field("startsOn", addDays(today, 1))}
          {...{ label: form.startsOn, type: "date", min: today, required: true }}
        />
        <TextField {...field("startsAt", "08:00")} label={form.startsAt} type="time" required />
        <TextField {...field("endsOn")} label={form.endsOn} type="date" min={today} isOptional />
      </div>
      <p className="text-sm text-ink-soft">{form.endsHint}</p>
      <Checkbox
        label={form.skipsHolidays}
        name="skipsHolidays"
        value="yes"
        defaultChecked={answer ? answer.typed.skipsHolidays : true}
      />
    </>
  );
}
