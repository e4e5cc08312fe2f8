import { Download } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { BacklogGroupRow } from "#db/queries/backlog/list-backlog-groups.ts";
import { backlogGroups, type BacklogSort, type BacklogView } from "#domain/backlog/backlog-search.ts";
import { backlogKinds } from "#domain/backlog/backlog-line.ts";
import { backlogTo } from "./backlog-url.ts";
import { useGroupName } from "./group-name.ts";
import type { Backlog } from "./load-backlog.server.ts";

type Props = Pick<Backlog, "groups" | "sums"> & { query: string; view: BacklogView };

/** Backlog set out by what was asked for, with exact totals; a group opens to its own page or its lines. */
export function GroupTable({ groups, sums, query, view }: Props) {
  const words = useWords(area).groups;
  const format = useFormats();
  const columns = useColumns(query, view);
  const { ore } = sums;
  return (
    <Card
      title={words.title}
      isFlush
      tools={
        <LinkButton
          to={backlogTo("/backlog/export", query, { ...view })}
          icon={Download}
          isCompact
          reloadDocument
          className="screen-only"
        >
          {words.csv}
        </LinkButton>
      }
    >
      <nav aria-label={words.by} className="screen-only flex flex-wrap gap-x-5 gap-y-1 px-4 pb-3">
        {backlogGroups.map((groupBy) => (
          <Link
            key={groupBy}
            to={backlogTo("/backlog", query, { groupBy })}
            preventScrollReset
            aria-current={groupBy === view.groupBy ? "true" : undefined}
            className="text-link inline-flex min-h-6 items-center aria-[current]:font-semibold"
          >
            {words.names[groupBy]}
          </Link>
        ))}
      </nav>
      <p className="px-4 pb-2 text-sm text-ink-soft">{words.millions}</p>
      <DataTable
        caption={words.caption(words.names[view.groupBy])}
        rows={groups.items}
        rowKey={({ key }) => key ?? "none"}
        columns={columns}
      />
      <p className="figures border-t border-line px-4 py-2.5 text-sm">
        {words.total(
          format.ore(ore.exterior, "ore"),
          format.ore(ore.interior, "ore"),
          format.ore(ore.tenYearNeed, "ore"),
          format.ore(ore.modernisation, "ore"),
        )}
      </p>
      <MoreLink shown={groups.items.length} total={groups.total} />
    </Card>
  );
}

/** Where a group leads: the same page of that group alone, a building's own page, or the lines of an element type. */
function groupTo(query: string, { groupBy }: BacklogView, key: string): string | null {
  if (groupBy === "building") return `/buildings/${key}#condition`;
  if (groupBy === "elementType") return backlogTo("/backlog/lines", query, { elementType: key });
  if (groupBy === "property") return null;
  return backlogTo("/backlog", query, { [groupBy]: key, groupBy: "building" });
}

function useColumns(query: string, view: BacklogView): Column<BacklogGroupRow>[] {
  const all = useWords(area);
  const words = all.groups;
  const format = useFormats();
  const nameOf = useGroupName(view.groupBy);
  const sorting = (sort: BacklogSort) => {
    const isSorted = view.sort === sort;
    const turned = view.order === "asc" ? "desc" : "asc";
    const order = isSorted ? turned : sort === "name" ? "asc" : "desc";
    return {
      sortTo: backlogTo("/backlog", query, { groupBy: view.groupBy, sort, order }),
      sorted: isSorted ? (view.order === "asc" ? ("ascending" as const) : ("descending" as const)) : null,
    };
  };
  const figure = (
    key: BacklogSort,
    header: string,
    cell: (row: BacklogGroupRow) => string,
    unit?: string,
  ): Column<BacklogGroupRow> => ({ key, header, unit, isNumeric: true, ...sorting(key), cell });
  const deferred = ({ ore }: BacklogGroupRow) => ore.exterior + ore.interior;
  const ofBuildings = view.groupBy !== "elementType";
  return [
    {
      ...{ key: "name", header: words.names[view.groupBy], ...sorting("name") },
      cell: (row) => {
        const to = row.key === null ? null : groupTo(query, view, row.key);
        return to ? (
          <Link to={to} className="text-link inline-block min-h-6">
            {nameOf(row)}
          </Link>
        ) : (
          nameOf(row)
        );
      },
    },
    ...backlogKinds.map((kind) => figure(kind, words.short[kind], ({ ore }) => format.millions(ore[kind]))),
    figure("old", words.old, (row) =>
      format.percent(deferred(row) > 0 ? row.oldOre / deferred(row) : null, 0),
    ),
    ...(ofBuildings
      ? [
          figure("fci", words.fci, (row) => format.percent(row.fci)),
          figure(
            "perM2",
            words.perM2,
            (row) => format.number(row.areaM2 > 0 ? deferred(row) / 100 / row.areaM2 : null, 0),
            words.krPerM2,
          ),
        ]
      : []),
  ];
}
