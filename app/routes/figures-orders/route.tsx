import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { cases } from "#app/i18n/cases.ts";
import { figures as area } from "#app/i18n/figures.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { listFigureOrders, type FigureOrder } from "#db/queries/figures/list-figure-orders.ts";
import { dayAt } from "#domain/day.ts";
import { figuresQuery, readFiguresSearch } from "#domain/figures/figures-search.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].list.title },
];

const pageSize = 100;

/** The orders that one figure is made of, a hundred at a time. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const params = new URL(request.url).searchParams;
  const now = new Date();
  const search = readFiguresSearch(params, dayAt(now));
  const page = Math.min(10_000, Math.max(0, Math.trunc(Number(params.get("page")) || 0)));
  const window = { from: page * pageSize, limit: pageSize };
  const found = await listFigureOrders(context.db, actor, search, window, now);
  return { locale: localeFrom(request, actor.locale), search, page, ...found };
}

export default function FigureOrders() {
  const { search, page, items, total } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const say = words.list;
  const format = useFormats();
  const query = figuresQuery(search);
  const which = [
    search.standing && `${words.promises[search.promise]}: ${words.standings[search.standing].toLowerCase()}`,
    search.part && say.parts[search.part],
    words.lead(format.day(search.from), format.day(search.to)),
  ];
  const turn = (to: number) => `/figures/orders?${query}&page=${to}`;
  return (
    <Page>
      <PageHead
        title={say.title}
        note={[say.count(format.number(total)), ...which].filter(Boolean).join(" · ")}
        above={
          <Link
            to={`/figures?${figuresQuery(search, { group: null, standing: null, part: null })}`}
            className="text-link"
          >
            {say.back}
          </Link>
        }
        tools={(["csv", "xlsx"] as const).map((type) => (
          <LinkButton
            key={type}
            to={`/figures/export?${query}&format=${type}`}
            icon={Download}
            reloadDocument
          >
            {words.export[type]}
          </LinkButton>
        ))}
      />
      <Card isFlush>
        <DataTable
          caption={say.caption}
          phone="cards"
          rows={items as FigureOrder[]}
          rowKey={({ caseNumber, line }) => `${caseNumber}-${line}`}
          rowTo={({ caseNumber }) => `/cases/${caseNumber}`}
          empty={<p className="text-ink-soft">{say.none}</p>}
          columns={useOrderColumns()}
        />
      </Card>
      <nav className="screen-only flex gap-2">
        {page > 0 && <LinkButton to={turn(page - 1)}>{say.newer}</LinkButton>}
        {(page + 1) * pageSize < total && <LinkButton to={turn(page + 1)}>{say.older}</LinkButton>}
      </nav>
    </Page>
  );
}

function useOrderColumns(): Column<FigureOrder>[] {
  const { list: say, standings } = useWords(area);
  const { states } = useWords(cases);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  return [
    { key: "number", header: say.number, cell: (row) => `${row.caseNumber}-${row.line}` },
    { key: "sent", header: say.sent, cell: (row) => format.dateTime(row.createdAt) },
    { key: "what", header: say.what, cell: (row) => (isDanish ? row.nameDa : row.nameEn) || "–" },
    { key: "building", header: say.building, cell: (row) => row.buildingName },
    { key: "team", header: say.team, cell: (row) => row.teamName ?? "–" },
    { key: "state", header: say.state, cell: (row) => states[row.state] },
    { key: "respond", header: say.respond, cell: (row) => standings[row.respond] },
    { key: "resolve", header: say.resolve, cell: (row) => standings[row.resolve] },
    { key: "price", header: say.price, isNumeric: true, cell: (row) => format.ore(row.priceOre) },
  ];
}
