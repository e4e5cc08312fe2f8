import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { levels } from "#app/i18n/levels.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { LevelGroup } from "#db/queries/catalogue/compare-service-levels.ts";
import { bandChoices } from "#domain/catalogue/compare-levels.ts";
import { nameIn } from "../catalogue/service-text.ts";

interface LevelFilterProps {
  services: { code: string; nameDa: string; nameEn: string }[];
  groups: LevelGroup[];
  code: string;
  kind: string;
  band: number;
}

/** Which service, which kind of unit, and how far apart is a deviation. */
export function LevelFilter({ services, groups, code, kind, band }: LevelFilterProps) {
  const words = useWords(levels);
  const locale = useLocale();
  return (
    <Form method="get" className="grid gap-3 sm:grid-cols-[1fr_1fr_1fr_auto] sm:items-end">
      <SelectField
        label={words.service}
        name="service"
        defaultValue={code}
        options={services.map((one) => ({ value: one.code, label: nameIn(one, locale) }))}
      />
      <SelectField
        label={words.kind}
        name="kind"
        none={words.allKinds}
        defaultValue={kind}
        options={groups.map((group) => ({ value: group.kind, label: words.kinds[group.kind] ?? group.kind }))}
      />
      <SelectField
        label={words.band}
        name="band"
        defaultValue={String(band)}
        options={bandChoices.map((choice) => ({ value: String(choice), label: words.percent(choice) }))}
      />
      <Button type="submit">{words.show}</Button>
    </Form>
  );
}
