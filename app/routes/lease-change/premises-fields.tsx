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
  return (
    <>
      <fieldset className="flex flex-col gap-3">
        <legend className="font-semibold">{words.back}</legend>
        <p className="text-sm text-ink-soft">{words.backHint}</p>
        <Houses spaces={held} what="back" typed={typed} />
      </fieldset>
      <fieldset className="flex flex-col gap-3">
        <legend className="font-semibold">{words.take}</legend>
        <p className="text-sm text-ink-soft">{free.length === 0 ? words.noneFree : words.takeHint}</p>
        <Houses spaces={free} what="take" typed={typed} />
        <p className="text-sm text-ink-soft">{words.on(format.day(on))}</p>
      </fieldset>
    </>
  );
}

interface SpacesProps extends Pick<Props, "typed"> {
  spaces: readonly PremiseSpace[];
  what: "back" | "take";
}

/** Spaces under their building, by floor: a school has a hundred rooms. */
function Houses({ spaces, ...props }: SpacesProps) {
  const houses = [...new Set(spaces.map(({ buildingId }) => buildingId))].map((id) =>
    spaces.filter(({ buildingId }) => buildingId === id),
  );
  return houses.map((ofHouse) => (
    <div key={ofHouse[0]!.buildingId} className="border-b border-line pb-3 last:border-b-0">
      <p className="mb-1 text-sm font-semibold">{ofHouse[0]!.building}</p>
      <div className="grid items-start gap-x-4 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {ofHouse.map((space) => (
          <SpaceChoice key={space.id} space={space} {...props} />
        ))}
      </div>
    </div>
  ));
}

function SpaceChoice({ space, what, typed }: Omit<SpacesProps, "spaces"> & { space: PremiseSpace }) {
  const { premisesForm: words } = useWords(area);
  const format = useFormats();
  const whole = `${what}.${space.id}`;
  const some = `${what}Area.${space.id}`;
  const { floor } = useWords(leaseDraft);
  const text = words.place(floor(space.level), space.number, format.areaM2(space.areaM2));
  return (
    <div className="flex flex-col gap-1">
      <Checkbox
        label={space.isUndivided ? words.whole(text) : text}
        name={whole}
        defaultChecked={Boolean(typed[whole])}
      />
      {space.isUndivided && (
        <TextField
          label={what === "back" ? words.backSome(space.number) : words.takeSome(space.number)}
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
