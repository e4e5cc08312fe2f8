import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { colocationPart as area } from "#app/i18n/colocation-part.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CasePremises, CaseUnit } from "#domain/colocation/case-inputs.ts";
import type { WeekSource } from "#domain/colocation/unit-week.ts";
import { HourFields } from "./hour-fields.tsx";
import { NumberField } from "./number-field.tsx";
import type { PartAnswer } from "./part-data.ts";
import { RoomTable } from "./room-table.tsx";

type Shared = { version: number; mayChange: boolean; answer: PartAnswer | null };

/** How many of a unit move, which rooms they need, and when they are there. */
export function UnitForm({
  unit,
  weekSource,
  ...shared
}: Shared & { unit: CaseUnit; weekSource: WeekSource }) {
  const words = useWords(area);
  const { answer } = shared;
  return (
    <PartForm {...shared}>
      <Card title={words.needs}>
        <div className="flex flex-col gap-4">
          <p className="max-w-2xl text-ink-soft">{words.needsNote}</p>
          <label className="flex items-center gap-3 font-semibold">
            {words.employees}
            <NumberField {...{ name: "employees", label: words.employees, value: unit.employees, answer }} />
          </label>
          <RoomTable {...{ caption: words.needs, rooms: unit.needs, mayShare: true, answer }} />
        </div>
      </Card>
      <Card title={words.hours}>
        <div className="flex flex-col gap-4">
          <p className="max-w-2xl text-ink-soft">
            {words.hoursNote} {words.known[weekSource]}
          </p>
          <HourFields hours={unit.hours} answer={answer} />
        </div>
      </Card>
    </PartForm>
  );
}

/** What premises have room for, function by function. */
export function PremisesForm({ premises, ...shared }: Shared & { premises: CasePremises }) {
  const words = useWords(area);
  const format = useFormats();
  const { answer } = shared;
  const free = Math.max(0, premises.areaM2 - premises.othersM2);
  return (
    <PartForm {...shared}>
      <Card title={words.capacity}>
        <div className="flex flex-col gap-4">
          <p className="max-w-2xl text-ink-soft">{words.capacityNote(format.areaM2(free))}</p>
          <RoomTable {...{ caption: words.capacity, rooms: premises.capacity, mayShare: false, answer }} />
        </div>
      </Card>
    </PartForm>
  );
}

function PartForm({ version, mayChange, children }: Shared & { children: ReactNode }) {
  const words = useWords(area);
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <fieldset disabled={!mayChange} className="flex min-w-0 flex-col gap-4">
        {children}
        {mayChange ? (
          <Button type="submit" look="primary" className="self-start">
            {words.save}
          </Button>
        ) : (
          <p className="text-ink-soft">{words.closed}</p>
        )}
      </fieldset>
    </Form>
  );
}
