import { TextField } from "#app/components/text-field.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { leaseDraft } from "#app/i18n/lease-draft.ts";
import { leaseLife as area } from "#app/i18n/lease-life.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day-count.ts";
import type { PremiseSpace } from "#domain/lease/premises-change.ts";

export interface Premises {
  on: Day;
  held: readonly PremiseSpace[];
  free: readonly PremiseSpace[];
}

interface Props {
  typed: Record<string, string>;
  premises: Premises;
}

/** What the lease has, to be handed back whole or in part; and what is free in its buildings, to be taken. */
export function PremisesFields({ typed, premises: { on, held, free } }: Props) {
  const { premisesForm: words } = useWords(area);
  const format = useFormats();
  const line = (space: PremiseSpace, what: "back" | "take") => (
    <SpaceLine key={space.id} {...{ space, what, typed }} />
  );
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="font-semibold">{words.back}</legend>
        <p className="text-sm text-ink-soft">{words.backHint}</p>
        {held.map((space) => line(space, "back"))}
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="font-semibold">{words.take}</legend>
        <p className="text-sm text-ink-soft">{free.length === 0 ? words.noneFree : words.takeHint}</p>
        {free.map((space) => line(space, "take"))}
        <p className="text-sm text-ink-soft">{words.on(format.day(on))}</p>
      </fieldset>
    </>
  );
}

function SpaceLine({
  space,
  what,
  typed,
}: { space: PremiseSpace; what: "back" | "take" } & Pick<Props, "typed">) {
  const { premisesForm: words } = useWords(area);
  const { floor } = useWords(leaseDraft);
  const format = useFormats();
  const whole = `${what}.${space.id}`;
  const some = `${what}Area.${space.id}`;
  const place = words.place(space.building, floor(space.level), space.number, format.areaM2(space.areaM2));
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line pb-2 last:border-b-0">
      <div className="min-w-64 flex-1">
        <Checkbox
          label={`${place} · ${what === "back" ? words.backAll : words.takeAll}`}
          name={whole}
          defaultChecked={Boolean(typed[whole])}
        />
      </div>
      {space.isUndivided && (
        <TextField
          label={`${what === "back" ? words.backSome : words.takeSome} (${space.number})`}
          name={some}
          inputMode="decimal"
          unit="m²"
          defaultValue={typed[some] ?? ""}
          isOptional
        />
      )}
    </div>
  );
}
