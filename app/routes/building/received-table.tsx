import { LinkButton } from "#app/components/button.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { upkeep as area } from "#app/i18n/upkeep.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { MaintenanceReceived, ReceivedOfLease } from "#db/queries/building/list-maintenance-received.ts";

interface ReceivedProps {
  id: string;
  received: MaintenanceReceived;
  /** The year that the last five and ten years end with. */
  lastYear: number;
}

type Years = ReceivedOfLease["years"];
const yearsShown = 10;

/** The sum of both kinds over the last so many years. */
const sumOf = (years: Years, lastYear: number, count: number): number =>
  years
    .filter(({ year }) => year > lastYear - count && year <= lastYear)
    .reduce((sum, { exteriorOre, interiorOre }) => sum + exteriorOre + interiorOre, 0);

/** What was received year by year, outside and inside apart, and what of it each lease had. */
export function ReceivedTables({ id, received, lastYear }: ReceivedProps) {
  const words = useWords(area).received;
  const format = useFormats();
  const money = (header: string, ore: (row: Years[number]) => number): Column<Years[number]> => ({
    ...{ key: header, header, isNumeric: true },
    cell: (row) => format.ore(ore(row)),
  });
  return (
    <div className="mt-4 grid items-start gap-x-8 gap-y-5 lg:grid-cols-2">
      <div className="min-w-0">
        <h3 className="mb-1 font-semibold">{words.title}</h3>
        <DataTable
          caption={words.title}
          rows={received.years.slice(0, yearsShown)}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: "year", header: words.year, cell: ({ year }) => year },
            money(words.exterior, ({ exteriorOre }) => exteriorOre),
            money(words.interior, ({ interiorOre }) => interiorOre),
            money(words.sum, (row) => row.exteriorOre + row.interiorOre),
          ]}
        />
      </div>
      <div className="min-w-0">
        <h3 className="mb-1 font-semibold">{words.byLease}</h3>
        <LeaseTable {...{ received, lastYear }} />
        <p className="mt-1 text-sm text-ink-soft">{words.shared}</p>
        <LinkButton to={`/buildings/${id}/maintenance`} isCompact reloadDocument className="screen-only mt-2">
          {words.csv}
        </LinkButton>
      </div>
    </div>
  );
}

function LeaseTable({ received, lastYear }: Omit<ReceivedProps, "id">) {
  const words = useWords(area).received;
  const format = useFormats();
  const name = ({ number, unitName, isOther }: ReceivedOfLease) =>
    number ? [number, unitName].filter(Boolean).join(", ") : isOther ? words.others : words.unlet;
  const last = (header: string, count: number): Column<ReceivedOfLease> => ({
    ...{ key: header, header, isNumeric: true },
    cell: ({ years }) => format.ore(sumOf(years, lastYear, count)),
  });
  return (
    <DataTable
      caption={words.byLease}
      rows={received.leases}
      rowKey={({ contractId, isOther }) => contractId ?? String(isOther)}
      columns={[
        { key: "lease", header: words.lease, cell: name },
        last(words.fiveYears, 5),
        last(words.tenYears, 10),
        last(words.all, lastYear),
      ]}
    />
  );
}
