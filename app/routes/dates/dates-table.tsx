import { CalendarCheck } from "lucide-react";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import type { Day } from "#domain/day-count.ts";
import { ownerInWords, ruleInWords } from "./date-words.ts";
import { LevelBadge } from "./level-badge.tsx";

interface DatesTableProps {
  rows: readonly LeaseDateRow[];
  today: Day;
  warnings: readonly number[];
  /** Left out where all are of one lease. */
  isOfOneLease?: boolean;
}

/** Dates as a table that opens into each of them. */
export function DatesTable({ rows, today, warnings, isOfOneLease = false }: DatesTableProps) {
  const words = useWords(area);
  const locale = useLocale();
  const format = useFormats();
  const { columns: heads } = words;
  const lease: Column<LeaseDateRow>[] = [
    {
      ...{ key: "lease", header: heads.lease },
      cell: ({ lease: { number, partyName, kind } }) => (
        <>
          {number}
          <span className="block text-sm text-ink-soft">
            {[words.leaseKinds[kind], partyName].filter(Boolean).join(" · ")}
          </span>
        </>
      ),
    },
    {
      ...{ key: "building", header: heads.building },
      cell: ({ lease: { buildingName, buildings } }) =>
        buildingName ? words.moreBuildings(buildingName, buildings - 1) : "–",
    },
    {
      ...{ key: "administration", header: heads.administration },
      cell: ({ lease: { administrationCode } }) => administrationCode ?? "–",
    },
  ];
  const columns: Column<LeaseDateRow>[] = [
    {
      key: "on",
      header: heads.on,
      cell: ({ on }) => <span className="whitespace-nowrap">{format.day(on)}</span>,
    },
    {
      ...{ key: "kind", header: heads.kind },
      cell: (row) => (
        <span className="block max-w-prose">
          <span className="font-semibold">{words.kinds[row.kind]}</span>
          <span className="block text-sm text-ink-soft phone:hidden">{ruleInWords(row, locale)}</span>
        </span>
      ),
    },
    ...(isOfOneLease ? [] : lease),
    { key: "owner", header: heads.owner, cell: (row) => ownerInWords(row, locale) },
    { key: "level", header: heads.level, cell: (row) => <LevelBadge {...{ row, today, warnings }} /> },
  ];
  return (
    <DataTable
      {...{ caption: heads.caption, phone: "cards", rows, columns }}
      rowKey={({ key }) => key}
      rowTo={({ key }) => `/dates/${key}`}
      empty={
        <EmptyState icon={CalendarCheck} title={words.none}>
          {words.noneHint}
        </EmptyState>
      }
    />
  );
}
