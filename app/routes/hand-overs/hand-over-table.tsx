import { Badge, type Status } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { HandOverRow, HandOverSearch } from "#db/queries/hand-over/list-hand-overs.ts";
import type { GatheringLine } from "#db/queries/hand-over/summarise-gathering.ts";
import { handOverName } from "#domain/hand-over/hand-over-facts.ts";
import { handOverStates, type HandOverState } from "#domain/hand-over/hand-over-state.ts";

export const stateLooks: Record<HandOverState, Status> = {
  ...{ handedOver: "info", checking: "info", askedBack: "attention", takenOver: "good", rejected: "neutral" },
};

type TableProps = {
  items: readonly HandOverRow[];
  total: number;
  search: HandOverSearch;
  lines: readonly GatheringLine[];
  isKejd: boolean;
};

/** What is handed over and where it is, the longest waiting first. */
export function HandOverTable({ items, total, search, lines, isKejd }: TableProps) {
  const words = useWords(area);
  const format = useFormats();
  const say = words.list;
  return (
    <Card title={say.caption} isFlush>
      <HandOverFilters {...{ search, lines }} />
      <DataTable
        caption={say.caption}
        phone="cards"
        rows={items}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/hand-over/${id}`}
        empty={<p className="text-ink-soft">{search.state === "open" ? say.emptyOpen : say.empty}</p>}
        columns={useHandOverColumns(isKejd)}
      />
      {total > items.length && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-soft">
          {say.more(format.number(items.length), format.number(total))}
        </p>
      )}
    </Card>
  );
}

function useHandOverColumns(isKejd: boolean): Column<HandOverRow>[] {
  const words = useWords(area);
  const format = useFormats();
  const say = words.list;
  return [
    {
      key: "place",
      header: say.place,
      cell: ({ facts, number, kind }) =>
        `${handOverName(number)} · ${words.kinds[kind]} · ${facts.street} ${facts.houseNumber}, ${facts.postcode} ${facts.town}`,
    },
    ...(isKejd
      ? [
          {
            key: "administration",
            header: say.administration,
            cell: (row: HandOverRow) => row.administrationCode,
          },
        ]
      : []),
    {
      key: "area",
      header: say.area,
      isNumeric: true,
      cell: ({ facts }) => format.areaM2(facts.areaM2),
    },
    {
      key: "rent",
      header: say.rent,
      isNumeric: true,
      cell: ({ facts }) => format.ore(facts.annualRentOre),
    },
    {
      key: "register",
      header: words.fields.key,
      isWideOnly: true,
      cell: ({ key, buildingId }) => key ?? (buildingId ? words.kinds.property : say.unknown),
    },
    {
      key: "papers",
      header: say.papers,
      isNumeric: true,
      cell: ({ documents }) => format.number(documents),
    },
    {
      key: "since",
      header: say.since,
      cell: ({ handedOverAt }) => format.day(handedOverAt.slice(0, 10)),
    },
    {
      key: "state",
      header: say.state,
      cell: ({ state }) => <Badge status={stateLooks[state]}>{words.states[state]}</Badge>,
    },
  ];
}

function HandOverFilters({ search, lines }: Pick<TableProps, "search" | "lines">) {
  const words = useWords(area);
  const say = words.filters;
  return (
    <Form className="flex flex-wrap items-end gap-3 px-4 pb-3">
      <SelectField
        {...{ name: "state", label: say.state, defaultValue: search.state, className: "min-w-44" }}
        options={[
          { value: "open", label: say.open },
          { value: "all", label: say.all },
          ...handOverStates.map((state) => ({ value: state, label: words.states[state] })),
        ]}
      />
      {lines.length > 1 && (
        <SelectField
          {...{ name: "administration", label: say.administration, none: say.any, className: "min-w-44" }}
          defaultValue={search.administrationId ?? ""}
          options={lines.map(({ administrationId, name }) => ({ value: administrationId, label: name }))}
        />
      )}
      <Button type="submit">{say.show}</Button>
    </Form>
  );
}
