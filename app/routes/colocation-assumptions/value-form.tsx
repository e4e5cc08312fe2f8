import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { CaseValue } from "#domain/colocation/case-values.ts";
import { caseAssumptionKeys } from "#domain/colocation/usual-assumptions.ts";
import type { Id } from "#domain/id.ts";

type Part = { id: Id; name: string };
type Props = {
  version: number;
  units: readonly Part[];
  premises: readonly Part[];
  values: readonly CaseValue[];
  typed: Record<string, string>;
};

/** Gives an assumption another value, for the whole case or for one of its parts, with where it comes from. */
export function ValueForm({ version, units, premises, values, typed }: Props) {
  const words = useWords(area);
  const say = words.assumptions;
  const unitOf = (key: string) => values.find((value) => value.assumption === key)!.unit;
  const parts = [
    ...premises.map(({ id, name }) => ({ value: `premises:${id}`, label: name })),
    ...units.map(({ id, name }) => ({ value: `unit:${id}`, label: name })),
  ];
  return (
    <Card title={say.change} className="max-w-4xl">
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="version" value={version} />
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <SelectField
            {...{ name: "key", label: say.key, defaultValue: typed["key"] }}
            options={caseAssumptionKeys.map((key) => ({
              value: key,
              label: `${say.keys[key]} (${say.units[unitOf(key)]})`,
            }))}
          />
          <SelectField
            {...{ name: "of", label: say.of, none: say.whole, defaultValue: typed["of"] }}
            options={parts}
          />
        </div>
        <div className="grid items-end gap-4 sm:grid-cols-3">
          {(["low", "base", "high"] as const).map((name) => (
            <TextField
              key={name}
              {...{ name, label: words[name], inputMode: "decimal", defaultValue: typed[name] }}
            />
          ))}
        </div>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <TextField
            {...{ name: "source", label: say.source, maxLength: 500, defaultValue: typed["source"] }}
          />
          <TextField {...{ name: "owner", label: say.owner, maxLength: 200, defaultValue: typed["owner"] }} />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" name="intent" value="set">
            {say.save}
          </Button>
          <Button type="submit" name="intent" value="reset">
            {say.reset}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
