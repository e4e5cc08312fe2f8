import { MapPin } from "lucide-react";
import type { Column } from "#app/components/column.ts";
import { Icon } from "#app/components/icon.tsx";
import { Link } from "#app/components/link.tsx";
import type { Formats } from "#app/i18n/format.ts";
import type { PortfolioWords } from "#app/i18n/portfolio.ts";
import type { MapLayer } from "#domain/map-layer.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import type { PortfolioSort, PortfolioView } from "#domain/portfolio-view.ts";
import { ClassSwatch, TenureMark } from "./class-swatch.tsx";
import { backlogPerM2 } from "./layer-text.ts";
import { withParams } from "./portfolio-url.ts";
import { buildingFromView } from "../building/search.ts";
import { sortLink } from "./sort-link.ts";

export interface RowContext {
  query: string;
  view: PortfolioView;
  seenAt: string | null;
  nameOf: { administration: (id: string | null) => string; district: (id: string | null) => string };
  words: PortfolioWords;
  format: Formats;
}

type RowColumn = Column<PortfolioRow>;

/** The columns of the list: few beside the map, of which one follows the map's colours; all of them on its own. */
export function rowColumns(context: RowContext, isAlone: boolean): RowColumn[] {
  const { words, format } = context;
  const by = (sort: PortfolioSort) => sortLink(context.query, context.view, sort);
  const name: RowColumn = {
    key: "name",
    header: words.columns.name,
    ...by("name"),
    cell: (row) => <NameCell row={row} context={context} isAlone={isAlone} />,
  };
  const area: RowColumn = {
    key: "area",
    header: words.columns.area,
    unit: words.units.m2,
    isNumeric: true,
    ...by("area"),
    cell: (row) => format.number(row.areaM2, 0),
  };
  const condition: RowColumn = {
    key: "condition",
    header: words.columns.condition,
    ...by("condition"),
    cell: (row) => <ConditionCell row={row} words={words} />,
  };
  const onMap: RowColumn = {
    key: "onMap",
    header: "",
    cell: (row) => <OnMapLink row={row} context={context} />,
  };
  if (isAlone) {
    const wide = (column: RowColumn): RowColumn => ({ ...column, isWideOnly: true });
    const facts = wideColumns(context, by).map(wide);
    return [name, ...facts, area, condition, ...figureColumns(context, by).map(wide), onMap];
  }
  return [name, area, condition, layerColumn(context, by)];
}

type By = (sort: PortfolioSort) => ReturnType<typeof sortLink>;

function wideColumns({ words, nameOf }: RowContext, by: By): RowColumn[] {
  const { columns } = words;
  return [
    { key: "address", header: columns.address, ...by("address"), cell: (row) => row.address },
    { key: "district", header: columns.district, cell: (row) => nameOf.district(row.districtId) },
    {
      key: "administration",
      header: columns.administration,
      cell: (row) => nameOf.administration(row.administrationId),
    },
    { key: "use", header: columns.use, cell: (row) => words.uses[row.useGroup] },
    {
      key: "built",
      header: columns.built,
      isNumeric: true,
      ...by("built"),
      cell: (row) => row.builtYear ?? "–",
    },
  ];
}

function figureColumns({ words, format }: RowContext, by: By): RowColumn[] {
  const { columns, units } = words;
  return [
    {
      key: "surveyed",
      header: columns.surveyed,
      isNumeric: true,
      ...by("surveyed"),
      cell: (row) => format.day(row.surveyedOn),
    },
    lettingColumn(words, format, by),
    backlogColumn(words, format, by),
    {
      key: "backlog",
      header: columns.backlog,
      unit: units.million,
      isNumeric: true,
      ...by("backlog"),
      cell: (row) => format.number(row.exteriorBacklogOre / 100_000_000, 1),
    },
    leaseEndColumn(words, format, by),
  ];
}

const leaseEndColumn = (words: PortfolioWords, format: Formats, by: By): RowColumn => ({
  key: "leaseEnd",
  header: words.columns.leaseEnd,
  isNumeric: true,
  ...by("leaseEnd"),
  cell: (row) => format.day(row.leaseEndOn),
});

const backlogColumn = (words: PortfolioWords, format: Formats, by: By): RowColumn => ({
  key: "backlogPerM2",
  header: words.columns.backlogPerM2,
  unit: words.units.krPerM2,
  isNumeric: true,
  ...by("backlogPerM2"),
  cell: (row) => format.number(backlogPerM2(row), 0),
});

const lettingColumn = (words: PortfolioWords, format: Formats, by: By): RowColumn => ({
  key: "letting",
  header: words.columns.letting,
  unit: words.units.percent,
  isNumeric: true,
  ...by("letting"),
  cell: (row) => (row.areaM2 > 0 ? format.number((row.letM2 / row.areaM2) * 100, 0) : "–"),
});

const surveyedColumn = (words: PortfolioWords, format: Formats, by: By): RowColumn => ({
  key: "surveyed",
  header: words.columns.surveyed,
  isNumeric: true,
  ...by("surveyed"),
  cell: (row) => format.day(row.surveyedOn),
});

/** The column that shows what the map is coloured by. */
function layerColumn(context: RowContext, by: By): RowColumn {
  const { words, format, nameOf } = context;
  const { columns } = words;
  const columnsOf: Record<MapLayer, () => RowColumn> = {
    use: () => ({ key: "use", header: columns.use, cell: (row) => words.uses[row.useGroup] }),
    administration: () => ({
      key: "administration",
      header: columns.administration,
      cell: (row) => nameOf.administration(row.administrationId),
    }),
    condition: () => backlogColumn(words, format, by),
    estimate: () => surveyedColumn(words, format, by),
    fci: () => backlogColumn(words, format, by),
    backlog: () => backlogColumn(words, format, by),
    letting: () => lettingColumn(words, format, by),
    leaseEnd: () => leaseEndColumn(words, format, by),
    leaseDate: () => leaseEndColumn(words, format, by),
    surveyAge: () => surveyedColumn(words, format, by),
    utilisation: () => lettingColumn(words, format, by),
    evening: () => lettingColumn(words, format, by),
    trust: () => ({ key: "trust", header: columns.trust, isNumeric: true, cell: (row) => `${row.trust}/4` }),
  };
  return columnsOf[context.view.layer]();
}

function NameCell({ row, context, isAlone }: { row: PortfolioRow; context: RowContext; isAlone: boolean }) {
  const { words, seenAt } = context;
  const isChanged = seenAt !== null && row.changedAt > seenAt;
  return (
    <span className="relative flex min-w-0 items-start gap-2">
      <span className="mt-1.5" title={words.tenures[row.tenure]}>
        <TenureMark tenure={row.tenure} />
        <span className="sr-only">{words.tenures[row.tenure]}: </span>
      </span>
      <span className="flex min-w-0 flex-col">
        <span className="flex min-w-0 items-center gap-1.5">
          <Link to={buildingFromView(row.id, context.query)} title={row.name} className="text-link truncate">
            {row.name}
          </Link>
          {isChanged && (
            <span title={words.changed} className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">{words.changed}</span>
            </span>
          )}
        </span>
        <span className={`truncate text-ink-soft ${isAlone ? "md:hidden" : ""}`}>{row.address}</span>
      </span>
      {!isAlone && (
        <span className="absolute top-1/2 right-0 -translate-y-1/2 rounded-base bg-surface opacity-0 group-hover:opacity-100 focus-within:opacity-100">
          <OnMapLink row={row} context={context} />
        </span>
      )}
    </span>
  );
}

function ConditionCell({ row, words }: { row: PortfolioRow; words: PortfolioWords }) {
  const name = words.conditions[row.condition ?? "unknown"];
  return (
    <span title={name} className="inline-flex">
      <ClassSwatch layer="condition" classIndex={row.condition === null ? null : row.condition - 1} />
      <span className="sr-only">{row.condition === null ? name : `${row.condition} ${name}`}</span>
    </span>
  );
}

function OnMapLink({ row, context }: { row: PortfolioRow; context: RowContext }) {
  if (!row.position) return null;
  const label = context.words.showOnMap(row.name);
  return (
    <Link
      to={withParams(context.query, { selected: row.id, show: null })}
      replace
      preventScrollReset
      aria-label={label}
      title={label}
      className="screen-only inline-flex size-7 items-center justify-center rounded-base text-ink-soft hover:bg-blue-tint hover:text-blue"
    >
      <Icon of={MapPin} className="size-4" />
    </Link>
  );
}
