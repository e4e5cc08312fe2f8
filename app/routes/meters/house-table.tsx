import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { meters as area } from "#app/i18n/meters.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { unitOfMeter } from "#domain/meter/meter.ts";
import type { JudgedHouse } from "#domain/meter/metered-house.ts";
import { useSayMeters } from "./say-flags.ts";

/** Buildings with a year's consumption, against the year before and against their peers, and what is odd. */
export function HouseTable({ items }: { items: readonly JudgedHouse[] }) {
  const all = useWords(area);
  const words = all.table;
  const format = useFormats();
  const { flags } = useSayMeters();
  const amount = (value: number | null, { kind }: JudgedHouse, decimals: number) =>
    value === null ? "–" : `${format.number(value, decimals)} ${unitOfMeter[kind]}`;
  const small = ({ kind }: JudgedHouse) => (kind === "water" ? 2 : 0);
  return (
    <DataTable
      caption={words.caption}
      phone="cards"
      rows={items}
      rowKey={({ buildingId, kind }) => `${buildingId} ${kind}`}
      rowTo={({ buildingId }) => `/buildings/${buildingId}/meters`}
      columns={[
        { key: "name", header: words.name, cell: ({ name }) => name },
        { key: "kind", header: words.kind, cell: ({ kind }) => all.kinds[kind] },
        { key: "year", header: words.year, isNumeric: true, cell: (one) => amount(one.year, one, 0) },
        {
          ...{ key: "change", header: words.change, isNumeric: true },
          cell: ({ year, yearBefore }) =>
            year === null || !yearBefore ? "–" : format.percent(year / yearBefore - 1, 0),
        },
        {
          key: "perM2",
          header: words.perM2,
          isNumeric: true,
          cell: (one) => amount(one.perM2, one, small(one)),
        },
        {
          ...{ key: "peers", header: words.peers, isNumeric: true },
          cell: (one) => amount(one.peerMedian, one, small(one)),
        },
        {
          ...{ key: "flags", header: words.flags },
          cell: (one) => {
            const said = flags(one, 2);
            if (said.length === 0) return <span className="text-ink-soft">{all.flags.fine}</span>;
            return (
              <span className="flex flex-col items-start gap-1">
                {said.map((text) => (
                  <Badge key={text} status="attention">
                    {text}
                  </Badge>
                ))}
              </span>
            );
          },
        },
      ]}
    />
  );
}
