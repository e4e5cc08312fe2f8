import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { colocation as area } from "#app/i18n/colocation.ts";
import { useWords } from "#app/i18n/use-words.tsx";

type Props = { year: number; newKey: string; typed: Record<string, string>; faults: readonly string[] };

/** The fields of a new case: a name, what it is to decide, and how money is reckoned in it. */
export function CaseFields({ year, newKey, typed, faults }: Props) {
  const words = useWords(area);
  const say = words.form;
  const at = (field: string) => (faults.includes(field) ? [words.faults[field] ?? field] : null);
  return (
    <Card className="max-w-3xl">
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={typed["key"] ?? newKey} />
        <TextField
          {...{ name: "name", label: say.name, required: true, maxLength: 160, errors: at("name") }}
          defaultValue={typed["name"]}
        />
        <TextArea
          {...{ name: "purpose", label: say.purpose, isOptional: true, maxLength: 4000, rows: 3 }}
          defaultValue={typed["purpose"]}
          errors={at("purpose")}
        />
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <TextField
            {...{ name: "priceYear", label: say.priceYear, hint: say.priceYearHint, inputMode: "numeric" }}
            required
            defaultValue={typed["priceYear"] ?? year}
            errors={at("priceYear")}
          />
          <SelectField
            {...{ name: "horizonYears", label: say.horizon, errors: at("horizonYears") }}
            defaultValue={typed["horizonYears"] ?? "20"}
            options={[10, 20, 40, 100].map((years) => ({
              value: String(years),
              label: years === 100 ? say.life : say.horizons(years),
            }))}
          />
          <TextField
            {...{ name: "startOn", label: say.startOn, type: "date", required: true }}
            defaultValue={typed["startOn"] ?? `${year + 1}-01-01`}
            errors={at("startOn")}
          />
        </div>
        <div>
          <Button type="submit" look="primary">
            {say.submit}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
