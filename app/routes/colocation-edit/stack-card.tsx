import { useSubmit } from "@remix-run/react";
import type { DragEvent, ReactNode } from "react";
import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { premisesOf, type CaseUnit } from "#domain/colocation/case-inputs.ts";
import { LoadLines } from "./load-lines.tsx";
import type { EditData } from "./edit-data.ts";
import { UnitBlock } from "./unit-block.tsx";

/** The premises side by side with the units stacked in them, and what there is room for. Dragging does what the forms do. */
export function StackCard({ data }: { data: EditData }) {
  const words = useWords(area);
  const format = useFormats();
  const { inputs, scenario, loads, mayChange } = data;
  const submit = useSubmit();
  const drop = (premisesId: string) => (unitId: string) =>
    submit(
      {
        ...{ intent: "place", version: String(inputs.case.version), scenario: scenario.id },
        ...{ unitId, premisesId, fromDay: "" },
      },
      { method: "post", preventScrollReset: true },
    );
  const block = (unit: CaseUnit) => <UnitBlock key={unit.id} unit={unit} data={data} />;
  const homeless = inputs.units.filter(({ id }) => premisesOf(scenario, id) === null);
  return (
    <Card title={words.stack}>
      {mayChange && <p className="screen-only pb-3 text-ink-soft">{words.stackNote}</p>}
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {inputs.premises.map((premises) => {
          const load = loads.find(({ premisesId }) => premisesId === premises.id)!;
          const here = inputs.units.filter(({ id }) => load.unitIds.includes(id));
          return (
            <Place key={premises.id} onDrop={mayChange ? drop(premises.id) : null}>
              <header className="flex flex-wrap items-start justify-between gap-2">
                <h3 className="min-w-0 font-semibold">{premises.name}</h3>
                <Badge status={load.isOver ? "bad" : "good"}>
                  {load.isOver ? words.tooSmall : words.roomy}
                </Badge>
              </header>
              <p className="text-sm text-ink-soft">
                {premises.address} ·{" "}
                {words.areaOf(format.number(load.neededM2, 0), format.number(load.freeM2, 0))}
              </p>
              <LoadLines functions={load.functions} />
              {here.length === 0 && <p className="text-sm text-ink-soft">{words.empty}</p>}
              {here.map(block)}
            </Place>
          );
        })}
        {homeless.length > 0 && (
          <Place onDrop={mayChange ? drop("") : null}>
            <h3 className="font-semibold">{words.nowhere}</h3>
            {homeless.map(block)}
          </Place>
        )}
      </div>
    </Card>
  );
}

function Place({ onDrop, children }: { onDrop: ((unitId: string) => void) | null; children: ReactNode }) {
  const take = onDrop && {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      onDrop(event.dataTransfer.getData("text/plain"));
    },
  };
  return (
    <section {...take} className="flex min-w-0 flex-col gap-2 rounded-base border border-line bg-sunken p-3">
      {children}
    </section>
  );
}
