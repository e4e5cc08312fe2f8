import { MapPin } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Position } from "#geo/position.ts";
import { PointPicker } from "./point-picker.tsx";
import type { AskPlace, AskRoom } from "#db/queries/case/list-ask-places.ts";

interface PlaceChipProps {
  places: readonly AskPlace[];
  rooms: readonly AskRoom[];
  buildingId: string;
  spaceId: string | null;
  onBuilding: (id: string) => void;
  onRoom: (id: string | null) => void;
  position: Position | null;
  onPosition: (position: Position | null) => void;
}

/** Where it is: known from the start, and changed in one fold. Without script the choice goes along with the form. */
export function PlaceChip(props: PlaceChipProps) {
  const { places, rooms, buildingId, spaceId, onBuilding, onRoom, position, onPosition } = props;
  const words = useWords(area);
  const building = places.find(({ id }) => id === buildingId) ?? places[0];
  const room = rooms.find(({ id }) => id === spaceId);
  return (
    <details className="group rounded-base border border-line bg-surface">
      <summary className="flex min-h-11 items-center gap-2 px-3 py-1.5">
        <Icon of={MapPin} className="text-blue" />
        <span className="min-w-0 flex-1">
          <span className="sr-only">{words.place}: </span>
          <span className="block truncate font-semibold">{building?.name}</span>
          <span className="block truncate text-sm text-ink-soft">{room?.label ?? building?.address}</span>
        </span>
        <span className="text-link shrink-0 text-sm">{words.change}</span>
      </summary>
      <div className="flex flex-col gap-3 border-t border-line p-3">
        <SelectField
          label={words.building}
          name="building"
          value={building?.id ?? ""}
          onChange={(event) => onBuilding(event.target.value)}
          options={places.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }))}
        />
        <SelectField
          label={words.room}
          name="space"
          value={spaceId ?? ""}
          onChange={(event) => onRoom(event.target.value || null)}
          none={words.wholeBuilding}
          options={rooms.map(({ id, label, level }) => ({
            value: id,
            label: `${words.level(level)}: ${label}`,
          }))}
        />
        {building && <PointPicker key={building.id} buildingId={building.id} {...{ position, onPosition }} />}
        <Button
          type="submit"
          name="intent"
          value="place"
          isCompact
          className="[@media(scripting:enabled)]:hidden"
        >
          {words.usePlace}
        </Button>
      </div>
    </details>
  );
}
