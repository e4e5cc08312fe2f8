import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { isRoomUse, roomUses } from "#domain/room-use.ts";
import type { BuildingPage } from "./load-building.ts";

type Space = BuildingPage["floors"][number]["spaces"][number];

/** The spaces of one floor: what they are, how large, who uses them. */
export function SpaceTable({ caption, spaces }: { caption: string; spaces: readonly Space[] }) {
  const words = useWords(area).areas;
  const format = useFormats();
  const locale = useLocale();
  const useOf = ({ roomUse, isUndivided }: Space) => {
    if (roomUse === null) return isUndivided ? words.undivided : "–";
    return isRoomUse(roomUse) ? roomUses[roomUse][locale] : roomUse;
  };
  return (
    <DataTable
      caption={caption}
      phone="cards"
      rows={spaces}
      rowKey={(space) => space.id}
      columns={[
        { key: "number", header: words.number, cell: (space) => space.number },
        { key: "use", header: words.use, cell: useOf },
        {
          key: "area",
          header: words.area,
          unit: "m²",
          isNumeric: true,
          cell: (space) => format.number(space.areaM2, 1),
        },
        { key: "user", header: words.user, cell: (space) => space.unitName ?? "–" },
        { key: "lease", header: words.lease, cell: (space) => space.leaseNumber ?? "–" },
        {
          key: "persons",
          header: words.persons,
          isNumeric: true,
          cell: (space) => format.number(space.persons),
        },
        { key: "state", header: words.state, cell: (space) => <SpaceState space={space} /> },
      ]}
    />
  );
}

function SpaceState({ space }: { space: Space }) {
  const words = useWords(area).areas;
  if (space.isDigitised) return <Badge status="good">{words.digitised}</Badge>;
  return space.isLet ? <Badge status="info">{words.letOnly}</Badge> : <Badge>{words.vacant}</Badge>;
}
