import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { CaseForm } from "./case-form.tsx";
import type { EditData } from "./edit-data.ts";

/** The scenarios of the case, a way to copy the one shown, and how it differs from what it was copied from. */
export function ScenarioCard({ data }: { data: EditData }) {
  const words = useWords(area);
  const { inputs, scenario, before, mayChange } = data;
  const nameOf = (one: { isBase: boolean; name: string }) => (one.isBase ? words.base : one.name);
  const { version } = inputs.case;
  return (
    <Card title={words.scenarios}>
      <div className="flex flex-col gap-4">
        <ul className="flex flex-wrap gap-2">
          {inputs.scenarios.map((one) => (
            <li key={one.id}>
              <Link
                to={`?scenario=${one.id}`}
                aria-current={one.id === scenario.id ? "page" : undefined}
                className={`inline-flex min-h-9 items-center rounded-base border px-3 no-underline ${one.id === scenario.id ? "border-blue bg-blue-tint font-semibold" : "border-line-strong"}`}
              >
                {nameOf(one)}
              </Link>
            </li>
          ))}
        </ul>
        {mayChange && (
          <div className="screen-only flex flex-wrap items-end gap-3">
            <CaseForm
              intent="copy"
              version={version}
              values={{ scenario: scenario.id }}
              className="flex flex-wrap items-end gap-3"
            >
              <TextField name="name" label={`${words.copy}: ${words.name}`} maxLength={120} required />
              <Button type="submit">{words.make}</Button>
            </CaseForm>
            {!scenario.isBase && (
              <CaseForm intent="removeScenario" version={version} values={{ scenario: scenario.id }}>
                <Button type="submit" look="plain">
                  {words.remove}
                </Button>
              </CaseForm>
            )}
          </div>
        )}
        {!scenario.isBase && <Differences data={data} title={words.diff(nameOf(before))} />}
      </div>
    </Card>
  );
}

function Differences({ data: { inputs, differences }, title }: { data: EditData; title: string }) {
  const words = useWords(area);
  const partOf = (id: string | null) =>
    [...inputs.units, ...inputs.premises].find((one) => one.id === id)?.name ?? words.nowhere;
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-disc pl-5">
        {differences.length === 0 && <li>{words.noDiff}</li>}
        {differences.map((one, at) => (
          <li key={at}>
            {one.kind === "moved"
              ? words.moved(partOf(one.unitId), partOf(one.beforeId), partOf(one.afterId))
              : words.other(partOf(one.unitId))}
          </li>
        ))}
      </ul>
    </div>
  );
}
