import { Button } from "#app/components/button.tsx";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { FoundParts } from "#db/queries/colocation/find-parts.ts";
import { CaseForm } from "./case-form.tsx";

/** What a search found, each with a way into the case. */
export function FoundCards({ found, version }: { found: FoundParts; version: number }) {
  const words = useWords(area);
  const format = useFormats();
  if (found.units.length + found.buildings.length === 0)
    return <p className="text-ink-soft">{words.nothing}</p>;
  return (
    <div className="screen-only grid gap-6 rounded-base bg-sunken p-3 lg:grid-cols-2">
      <ul className="flex flex-col gap-2">
        {found.units.map((unit) => (
          <li key={unit.id}>
            <CaseForm
              intent="addUnit"
              version={version}
              values={{ unitId: unit.id }}
              className="flex flex-wrap items-center gap-2"
            >
              <span className="min-w-0 flex-1">
                {unit.name} ({unit.administration})
              </span>
              <input
                name="employees"
                inputMode="numeric"
                aria-label={`${words.employees}: ${unit.name}`}
                defaultValue={unit.employees}
                className="control w-20 text-right"
              />
              <Button type="submit" isCompact aria-label={words.addOf(unit.name)}>
                {words.add}
              </Button>
            </CaseForm>
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-2">
        {found.buildings.map((one) => (
          <li key={`${one.id} ${one.contractId}`}>
            <CaseForm
              intent="addPremises"
              version={version}
              values={{ buildingId: one.id, contractId: one.contractId ?? "" }}
              className="flex items-center gap-2"
            >
              <span className="min-w-0 flex-1">
                {one.name}, {one.address}{" "}
                <span className="text-ink-soft">
                  ({format.areaM2(one.areaM2)}
                  {one.number && `, ${words.lease(one.number)}`})
                </span>
              </span>
              <Button type="submit" isCompact aria-label={words.addOf(one.name)}>
                {words.add}
              </Button>
            </CaseForm>
          </li>
        ))}
      </ul>
    </div>
  );
}
