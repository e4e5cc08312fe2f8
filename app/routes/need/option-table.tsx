import { Badge, type Status } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { needs as area } from "#app/i18n/needs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { NeedOption } from "#domain/colocation/needs/compare-need.ts";

const inTimeLooks: Record<NeedOption["isInTime"], Status> = { yes: "good", perhaps: "attention", no: "bad" };

/** The ways to meet a need side by side: cost, time, quality of fit. */
export function OptionTable({ options }: { options: readonly NeedOption[] }) {
  const words = useWords(area);
  const format = useFormats();
  const { option } = words;
  return (
    <DataTable
      caption={words.compare}
      phone="cards"
      rows={options}
      rowKey={({ way, house }) => `${way} ${house?.id}`}
      columns={[
        { key: "way", header: option.way, cell: (row) => <Way option={row} /> },
        { key: "once", header: option.once, isNumeric: true, cell: (row) => format.ore(row.onceOre) },
        { key: "yearly", header: option.yearly, isNumeric: true, cell: (row) => format.ore(row.yearlyOre) },
        {
          key: "present",
          header: option.present,
          isNumeric: true,
          cell: (row) => format.ore(row.presentOre),
        },
        {
          ...{ key: "time", header: option.time, isNumeric: true },
          cell: ({ months }) => words.months(format.number(months.from), format.number(months.to)),
        },
        {
          ...{ key: "inTime", header: option.inTime },
          cell: ({ isInTime }) => <Badge status={inTimeLooks[isInTime]}>{words.inTimes[isInTime]}</Badge>,
        },
        {
          ...{ key: "fit", header: option.fit, isNumeric: true },
          cell: (row) => words.fitOf(format.number(row.fit)),
        },
      ]}
    />
  );
}

function Way({ option: { way, house, isConverted } }: { option: NeedOption }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <>
      {words.ways[way]}
      {isConverted && ` (${words.converted})`}
      {house && (
        <span className="block text-sm">
          <Link to={`/buildings/${house.id}`} className="text-link">
            {house.name}
          </Link>{" "}
          <span className="text-ink-soft">{words.free(format.areaM2(house.vacantM2))}</span>
        </span>
      )}
    </>
  );
}
