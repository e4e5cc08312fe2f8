import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { PlanPackage } from "#db/queries/plan/list-packages.ts";

/** What a choice needs to know of the plan. */
export interface ChooseFrame {
  version: number;
  years: readonly number[];
}

/** Moves one of a building's works to a year, keeps it out, or lets the reckoning decide again. */
export function ChooseForm({
  found,
  year,
  frame,
}: {
  found: PlanPackage;
  year: number | null;
  frame: ChooseFrame;
}) {
  const words = useWords(area);
  const say = words.choose;
  return (
    <Form method="post" preventScrollReset className="mt-3 rounded-base border border-line p-3">
      <fieldset className="flex flex-col gap-3">
        <legend className="sr-only">{`${say.legend}: ${found.name}`}</legend>
        <input type="hidden" name="version" value={frame.version} />
        <div className="grid items-start gap-3 sm:grid-cols-[3fr_2fr_3fr]">
          <SelectField
            {...{ name: "work", label: say.work }}
            options={found.works.map(({ id, number, title }) => ({
              value: id,
              label: `${title} (${number})`,
            }))}
          />
          <SelectField
            {...{ name: "to", label: say.year, defaultValue: year === null ? "never" : String(year) }}
            options={[
              ...frame.years.map((one) => ({ value: String(one), label: String(one) })),
              { value: "never", label: say.never },
              { value: "released", label: say.released },
            ]}
          />
          <TextField {...{ name: "reason", label: say.reason, maxLength: 500 }} />
        </div>
        <div>
          <Button type="submit" name="intent" value="choose" isCompact>
            {words.why.save}
          </Button>
        </div>
      </fieldset>
    </Form>
  );
}
