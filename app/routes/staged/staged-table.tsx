import { Badge } from "#app/components/badge.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { staged } from "#app/i18n/staged.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { StagedItem } from "#db/queries/staged/list-staged.ts";
import { buildingUseOf } from "#domain/building-use.ts";
import { addressLine, addressOf, type StagedState } from "#domain/staged/staged-row.ts";

/** The rows with what BBR says and what is lacking; what can be decided about has a box. */
export function StagedTable({ items, state }: { items: StagedItem[]; state: StagedState }) {
  const words = useWords(staged);
  const columns = [...useFactColumns(state !== "confirmed"), ...useStateColumns(state)];
  return (
    <DataTable
      caption={words.columns.caption}
      phone="cards"
      rows={items}
      rowKey={(row) => row.id}
      empty={<p className="text-ink-soft">{words.empty.noneFound}</p>}
      columns={columns}
    />
  );
}

function useFactColumns(isDecidable: boolean): Column<StagedItem>[] {
  const words = useWords(staged).columns;
  const format = useFormats();
  const locale = useLocale();
  const nameOfUse = (code: string | null | undefined) => {
    const use = code ? buildingUseOf(code) : null;
    return use ? (locale === "da" ? use.nameDa : use.nameEn) : format.number(null);
  };
  return [
    { key: "place", header: words.place, cell: (row) => <PlaceCell row={row} isDecidable={isDecidable} /> },
    { key: "use", header: words.use, cell: (row) => nameOfUse(row.facts.useCode) },
    {
      ...{ key: "area", header: words.area, unit: "m²", isNumeric: true },
      cell: (row) => format.number(row.facts.grossAreaM2 ?? row.facts.footprintAreaM2, 0),
    },
    {
      ...{ key: "built", header: words.built, isNumeric: true },
      cell: (row) => row.facts.builtYear ?? format.number(null),
    },
    {
      key: "municipality",
      header: words.municipality,
      cell: (row) => row.facts.municipalityCode ?? format.number(null),
    },
    {
      ...{ key: "bfe", header: words.bfe, isNumeric: true },
      cell: (row) => row.facts.bfeNumber ?? row.knownAddress?.bfeNumber ?? format.number(null),
    },
  ];
}

function PlaceCell({ row, isDecidable }: { row: StagedItem; isDecidable: boolean }) {
  const words = useWords(staged).columns;
  const address = addressOf(row);
  const title = row.facts.name ?? (address ? addressLine(address) : words.noAddress);
  const number = row.facts.buildingNumber ? words.number(String(row.facts.buildingNumber)) : null;
  const below = [row.facts.name && address ? addressLine(address) : null, number, row.bbrId.slice(0, 8)];
  return (
    <span className="flex items-start gap-1">
      {isDecidable && (
        <label className="-ml-1.5 flex size-8 shrink-0 items-center justify-center pointer-coarse:size-11">
          <input
            type="checkbox"
            name="id"
            value={row.id}
            aria-label={words.choose(`${title} ${row.bbrId.slice(0, 8)}`)}
            className="size-4.5 pointer-coarse:size-5.5"
          />
        </label>
      )}
      <span className="min-w-0 py-1">
        <Link to={`/register/staged/${row.id}`} className="text-link inline-block min-h-6">
          {title}
        </Link>
        <span className="block text-sm text-ink-soft">{below.filter(Boolean).join(" · ")}</span>
      </span>
    </span>
  );
}

function useStateColumns(state: StagedState): Column<StagedItem>[] {
  const { columns: words, missing } = useWords(staged);
  const format = useFormats();
  if (state === "waiting")
    return [
      {
        ...{ key: "missing", header: words.missing },
        cell: (row) => (
          <span className="flex flex-wrap justify-end gap-1 md:justify-start">
            {row.missing.length === 0 && <Badge status="good">{words.nothing}</Badge>}
            {row.missing.map((fact) => (
              <Badge key={fact} status="attention">
                {missing[fact]}
              </Badge>
            ))}
          </span>
        ),
      },
    ];
  const decision: Column<StagedItem> = {
    ...{ key: "decision", header: words.decision },
    cell: (row) => [row.decidedBy, format.dateTime(row.decidedAt)].filter(Boolean).join(", "),
  };
  if (state === "rejected")
    return [decision, { key: "reason", header: words.reason, cell: (row) => row.reason }];
  const building: Column<StagedItem> = {
    ...{ key: "building", header: words.place },
    cell: (row) => (
      <Link to={`/buildings/${row.buildingId}`} className="text-link inline-block min-h-6">
        {words.openBuilding}
      </Link>
    ),
  };
  return [decision, building];
}
