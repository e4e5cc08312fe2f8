import { Badge } from "#app/components/badge.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { staged } from "#app/i18n/staged.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { StagedItem } from "#db/queries/staged/list-staged.ts";
import { buildingUseOf } from "#domain/building-use.ts";
import { addressLine, addressOf, type StagedState } from "#domain/staged/staged-row.ts";

type TableProps = { items: StagedItem[]; state: StagedState; chosen: readonly string[] };

/** The rows with what BBR says and what is lacking; what can be decided about has a box. */
export function StagedTable({ items, state, chosen }: TableProps) {
  const words = useWords(staged);
  const columns = [...useFactColumns(state !== "confirmed", chosen), ...useStateColumns(state)];
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

function useFactColumns(isDecidable: boolean, chosen: readonly string[]): Column<StagedItem>[] {
  const words = useWords(staged).columns;
  const format = useFormats();
  const locale = useLocale();
  const nameOfUse = (code: string | null | undefined) => {
    const use = code ? buildingUseOf(code) : null;
    return use ? (locale === "da" ? use.nameDa : use.nameEn) : format.number(null);
  };
  return [
    {
      key: "place",
      header: words.place,
      cell: (row) => <PlaceCell row={row} isDecidable={isDecidable} isChosen={chosen.includes(row.id)} />,
    },
    { key: "use", header: words.use, cell: (row) => nameOfUse(row.facts.useCode) },
    {
      ...{ key: "area", header: words.area, unit: "m²", isNumeric: true },
      cell: (row) => format.number(row.facts.grossAreaM2 ?? row.facts.footprintAreaM2, 0),
    },
    {
      ...{ key: "built", header: words.built, isNumeric: true, isWideOnly: true },
      cell: (row) => row.facts.builtYear ?? format.number(null),
    },
    {
      ...{ key: "bfe", header: words.bfe, isNumeric: true, isWideOnly: true },
      cell: (row) => row.facts.bfeNumber ?? row.knownAddress?.bfeNumber ?? format.number(null),
    },
  ];
}

type PlaceProps = { row: StagedItem; isDecidable: boolean; isChosen: boolean };

function PlaceCell({ row, isDecidable, isChosen }: PlaceProps) {
  const words = useWords(staged).columns;
  const address = addressOf(row);
  const { name, buildingNumber, municipalityCode } = row.facts;
  const title = name ?? (address ? `${address.street} ${address.houseNumber}` : words.noAddress);
  const below = [
    address && (name ? addressLine(address) : `${address.postcode} ${address.town}`),
    buildingNumber ? words.number(String(buildingNumber)) : null,
    address ? null : municipalityCode && `${words.municipality} ${municipalityCode}`,
    `BBR …${row.bbrId.slice(-6)}`,
  ];
  return (
    <span className="flex items-start gap-1">
      {isDecidable && (
        <label className="-ml-1.5 flex size-8 shrink-0 items-center justify-center pointer-coarse:size-11">
          <input
            type="checkbox"
            name="id"
            value={row.id}
            defaultChecked={isChosen}
            aria-label={words.choose(`${title}, BBR …${row.bbrId.slice(-6)}`)}
            className="size-4.5 pointer-coarse:size-5.5"
          />
        </label>
      )}
      <span className="min-w-0 py-1 md:min-w-52">
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
