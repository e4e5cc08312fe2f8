import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { use as area } from "#app/i18n/use.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { UsedHouse } from "#db/queries/use/list-used-houses.ts";
import { availableHours, eveningHourCount, usageRates } from "#domain/use/use-rates.ts";
import type { UseSort, UseView } from "#domain/use/use-search.ts";
import { toUse } from "./use-url.ts";

type Props = { houses: { items: UsedHouse[]; total: number }; view: UseView; query: string };

/** Buildings by where there is most to gain, or as asked; each opens to its own use. */
export function HouseTable({ houses, view, query }: Props) {
  const words = useWords(area).table;
  return (
    <Card
      title={words.title}
      isFlush
      tools={
        <Link
          to={toUse(query, view, { emptyEvenings: !view.emptyEvenings })}
          className="text-link screen-only inline-flex min-h-6 items-center"
          preventScrollReset
        >
          {view.emptyEvenings ? words.all : words.onlyEmpty}
        </Link>
      }
    >
      <p className="px-4 pb-2 text-sm text-ink-soft">{words.emptyM2Note}</p>
      <DataTable
        caption={words.caption}
        rows={houses.items}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/buildings/${id}/use?period=${view.period}&hours=${view.hours}`}
        columns={useColumns(view, query)}
        phone="cards"
      />
      <MoreLink shown={houses.items.length} total={houses.total} />
    </Card>
  );
}

function useColumns(view: UseView, query: string): Column<UsedHouse>[] {
  const all = useWords(area);
  const words = all.table;
  const format = useFormats();
  const hours = availableHours(view.hours).filter(Boolean).length;
  const ratesOf = (house: UsedHouse) => usageRates({ ...house, availableHours: hours });
  const percent = (share: number | null) => format.percent(share, 0);
  const sorted = (sort: UseSort) => {
    const order =
      view.sort !== sort ? undefined : view.order === "asc" ? ("desc" as const) : ("asc" as const);
    const usual = sort === "emptyM2" || sort === "area" ? ("desc" as const) : ("asc" as const);
    return {
      sortTo: toUse(query, view, { sort, order: order ?? usual }),
      sorted:
        view.sort === sort ? (view.order === "asc" ? ("ascending" as const) : ("descending" as const)) : null,
    };
  };
  const column = (key: string, header: string, cell: (house: UsedHouse) => string, sort?: UseSort) => ({
    ...{ key, header, cell, isNumeric: true },
    ...(sort ? sorted(sort) : {}),
  });
  return [
    { key: "name", header: words.name, ...sorted("name"), cell: ({ name }) => name },
    column("utilisation", words.utilisation, (house) => percent(ratesOf(house).utilisation), "utilisation"),
    column("frequency", words.frequency, (house) => percent(ratesOf(house).frequency)),
    column("occupancy", words.occupancy, (house) => percent(ratesOf(house).occupancy)),
    column(
      "emptyM2",
      words.emptyM2,
      (house) => {
        const { utilisation } = ratesOf(house);
        return format.areaM2(utilisation === null ? null : house.areaM2 * (1 - Math.min(1, utilisation)));
      },
      "emptyM2",
    ),
    column("area", words.area, ({ areaM2 }) => format.areaM2(areaM2), "area"),
    column(
      "evening",
      words.evening,
      ({ eveningHours, capacity }) => percent(capacity ? eveningHours / eveningHourCount / capacity : null),
      "evening",
    ),
    column("places", words.places, ({ capacity }) => format.number(capacity)),
    {
      ...{ key: "source", header: words.source },
      cell: ({ sources, confidence }) =>
        `${sources.map((source) => all.sources[source]).join(", ")} (${format.percent(confidence, 0)})`,
    },
  ];
}
