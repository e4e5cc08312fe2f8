import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { worksFollowUp as area } from "#app/i18n/works-follow-up.ts";
import { sumWorkMoney, type YearMoney } from "#db/queries/works/sum-work-money.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const years = await sumWorkMoney(context.db, actor, dayAt(new Date()));
  return { years, locale: localeFrom(request, actor.locale) };
}

/** A row of the table: a year, or the sum of all of them. */
type Row = YearMoney & { isSum?: true };

/** What was planned against what was agreed and paid, year by year. */
export default function FollowUp() {
  const years = useLoaderData<typeof loader>().years as YearMoney[];
  const words = useWords(area);
  const rows: Row[] = years.length > 1 ? [...years, { ...sumOf(years), isSum: true }] : years;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note}
        above={
          <Link to="/works" className="text-link">
            {words.back}
          </Link>
        }
      />
      <Card isFlush>
        <DataTable
          caption={words.caption}
          phone="cards"
          rows={rows}
          rowKey={({ year, isSum }) => (isSum ? "sum" : String(year))}
          rowTo={({ year, isSum }) => (isSum || year === null ? null : `/works?state=all&year=${year}`)}
          empty={<p className="text-ink-soft">{words.none}</p>}
          columns={useColumns()}
        />
      </Card>
    </Page>
  );
}

function sumOf(years: readonly YearMoney[]): YearMoney {
  const sum = (key: Exclude<keyof YearMoney, "year">) => years.reduce((all, year) => all + year[key], 0);
  return {
    ...{ year: null, works: sum("works"), done: sum("done"), plannedOre: sum("plannedOre") },
    ...{ contractOre: sum("contractOre"), contracts: sum("contracts"), paid: sum("paid") },
    ...{ actualOre: sum("actualOre"), overrunOre: sum("overrunOre") },
  };
}

function useColumns(): Column<Row>[] {
  const words = useWords(area);
  const format = useFormats();
  const known = (ore: number, count: number) =>
    count === 0 ? "–" : `${format.ore(ore)} (${words.known(format.number(count))})`;
  return [
    {
      ...{ key: "year", header: words.year },
      cell: ({ year, isSum }) => (isSum ? <strong>{words.sum}</strong> : (year ?? words.noYear)),
    },
    { key: "works", header: words.works, isNumeric: true, cell: (row) => format.number(row.works) },
    { key: "done", header: words.done, isNumeric: true, cell: (row) => format.number(row.done) },
    { key: "planned", header: words.planned, isNumeric: true, cell: (row) => format.ore(row.plannedOre) },
    {
      key: "contract",
      header: words.contract,
      isNumeric: true,
      cell: (row) => known(row.contractOre, row.contracts),
    },
    { key: "actual", header: words.actual, isNumeric: true, cell: (row) => known(row.actualOre, row.paid) },
    {
      ...{ key: "overrun", header: words.overrun, isNumeric: true },
      cell: (row) => (row.done === 0 ? "–" : format.ore(row.overrunOre)),
    },
  ];
}
