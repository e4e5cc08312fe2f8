import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { use as area } from "#app/i18n/use.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { HourlyUse } from "#db/queries/use/hourly-use.ts";
import { usageRates, weekSums, type Availability } from "#domain/use/use-rates.ts";

type Props = { rooms: HourlyUse[]; names: Record<string, string>; hours: Availability };

/** Rooms by how much they are used, with P95, weeks and confidence. */
export function RoomTable({ rooms, names, hours }: Props) {
  const words = useWords(area);
  const own = words.building;
  const format = useFormats();
  const rows = rooms
    .map((room) => ({ ...room, ...usageRates(weekSums(room.persons, room.capacity, hours)) }))
    .sort((a, b) => (a.utilisation ?? 0) - (b.utilisation ?? 0));
  const percent = (share: number | null) => format.percent(share, 0);
  return (
    <Card title={own.rooms.title} isFlush>
      <DataTable
        caption={own.rooms.caption}
        rows={rows}
        rowKey={({ spaceId }) => spaceId ?? ""}
        phone="cards"
        columns={[
          { key: "room", header: own.rooms.room, cell: ({ spaceId }) => names[spaceId ?? ""] ?? "–" },
          {
            ...{ key: "utilisation", header: words.table.utilisation, isNumeric: true },
            cell: ({ utilisation }) => percent(utilisation),
          },
          {
            ...{ key: "frequency", header: words.table.frequency, isNumeric: true },
            cell: ({ frequency }) => percent(frequency),
          },
          {
            ...{ key: "occupancy", header: words.table.occupancy, isNumeric: true },
            cell: ({ occupancy }) => percent(occupancy),
          },
          {
            ...{ key: "p95", header: own.p95, isNumeric: true },
            cell: ({ personsP95 }) => (personsP95 ? format.number(Math.max(...personsP95), 0) : own.p95None),
          },
          {
            ...{ key: "places", header: own.rooms.places, isNumeric: true },
            cell: ({ capacity }) => format.number(capacity),
          },
          {
            ...{ key: "weeks", header: own.weeks, isNumeric: true },
            cell: ({ weeksObserved }) => format.number(weeksObserved),
          },
          {
            ...{ key: "source", header: words.table.source },
            cell: ({ source, confidence }) => `${words.sources[source]} (${percent(confidence)})`,
          },
        ]}
      />
    </Card>
  );
}
