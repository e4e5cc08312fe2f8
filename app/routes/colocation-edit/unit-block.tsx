import { Button } from "#app/components/button.tsx";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CaseUnit } from "#domain/colocation/case-inputs.ts";
import { CaseForm } from "./case-form.tsx";
import type { EditData } from "./edit-data.ts";

/** A unit where the scenario has it, with a form to put it elsewhere, from a day, for good or until something better. */
export function UnitBlock({ unit, data }: { unit: CaseUnit; data: EditData }) {
  const words = useWords(area);
  const format = useFormats();
  const { inputs, scenario, mayChange } = data;
  const placement = scenario.placements.find((one) => one.unitId === unit.id && one.standing !== "forbidden");
  return (
    // Dragging only does what the form inside does, so the block itself needs no role or key.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      draggable={mayChange}
      onDragStart={(event) => event.dataTransfer.setData("text/plain", unit.id)}
      className={`rounded-base border border-line-strong bg-surface p-2 ${mayChange ? "md:cursor-grab" : ""}`}
    >
      <p className="font-medium">{unit.name}</p>
      <p className="text-sm text-ink-soft">
        {unit.administration} · {format.number(unit.employees)} {words.employees.toLowerCase()}
        {placement?.fromDay && ` · ${words.fromDay.toLowerCase()} ${format.day(placement.fromDay)}`}
      </p>
      {mayChange && (
        <CaseForm
          key={`${placement?.premisesId} ${placement?.fromDay}`}
          intent="place"
          version={inputs.case.version}
          values={{ scenario: scenario.id, unitId: unit.id }}
          className="screen-only flex flex-wrap items-center gap-2 pt-2"
        >
          <select
            name="premisesId"
            aria-label={words.to(unit.name)}
            defaultValue={placement?.premisesId ?? ""}
            className="control min-w-0 basis-full"
          >
            <option value="">{words.nowhere}</option>
            {inputs.premises.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <input
            type="date"
            name="fromDay"
            aria-label={`${words.fromDay}: ${unit.name}`}
            defaultValue={placement?.fromDay ?? ""}
            className="control w-36"
          />
          <Pin isPinned={placement?.standing === "pinned"} />
          <Button type="submit" isCompact aria-label={`${words.move}: ${unit.name}`}>
            {words.move}
          </Button>
        </CaseForm>
      )}
    </div>
  );
}

function Pin({ isPinned }: { isPinned: boolean }) {
  const words = useWords(area);
  return (
    <label className="flex min-h-9 items-center gap-1.5 text-sm">
      <input type="checkbox" name="pin" defaultChecked={isPinned} className="size-4.5" />
      {words.pin}
    </label>
  );
}
