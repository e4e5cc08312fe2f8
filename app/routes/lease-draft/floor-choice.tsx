import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { DraftPage } from "./load-draft.server.ts";

type Props = Pick<DraftPage, "draft" | "search" | "on"> & { building: { id: string; name: string } };

/** The floors and spaces of a building on the day the lease begins: what is free can be ticked, or taken in part. */
export function FloorChoice({ draft, search, building, on }: Props) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.chooseIn(building.name, format.day(on))}>
      <Form method="post" className="flex flex-col gap-4" action={`/leases/drafts/${draft.id}`}>
        <input type="hidden" name="step" value="premises" />
        <input type="hidden" name="revision" value={draft.revision} />
        <input type="hidden" name="building" value={building.id} />
        {search.floors.map((floor) => (
          <fieldset key={floor.id} className="border-b border-line pb-3 last:border-b-0">
            <legend className="font-semibold">
              {words.floor(floor.level)} · {format.areaM2(floor.areaM2)}
            </legend>
            {floor.spaces.map((space) => (
              <SpaceChoice
                key={space.id}
                space={space}
                floorId={floor.id}
                letsOut={draft.kind !== "thirdPartyIn"}
              />
            ))}
          </fieldset>
        ))}
        <div>
          <Button type="submit" look="primary" name="intent" value="add">
            {words.add}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

type Space = DraftPage["search"]["floors"][number]["spaces"][number];

function SpaceChoice({ space, floorId, letsOut }: { space: Space; floorId: string; letsOut: boolean }) {
  const words = useWords(area);
  const format = useFormats();
  const isTaken = letsOut && space.isLet;
  const taken = space.leaseNumber ? words.takenBy(space.leaseNumber) : words.takenBySomeone;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" name="space" value={space.id} disabled={isTaken} className="size-4" />
        <span>
          {space.number} {space.name} · {format.areaM2(space.areaM2)} ·{" "}
          <span className="text-ink-soft">
            {[space.isUndivided && words.undivided, isTaken ? taken : words.free].filter(Boolean).join(", ")}
          </span>
        </span>
      </label>
      {space.isUndivided && !isTaken && (
        <TextField
          {...{ label: words.someOfIt, name: `floor.${floorId}`, unit: "m²", inputMode: "decimal" }}
        />
      )}
    </div>
  );
}
