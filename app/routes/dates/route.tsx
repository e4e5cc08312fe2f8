import { CalendarPlus, DoorOpen, Download } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import { dayAt } from "#domain/day.ts";
import { datesQuery, readDatesSearch } from "#domain/lease-date/dates-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { DateFigures } from "./date-figures.tsx";
import { DatesFilters } from "./dates-filters.tsx";
import { DatesTable } from "./dates-table.tsx";
import { findDates } from "./load-dates.server.ts";
import { MonthView } from "./month-view.tsx";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const today = dayAt(new Date());
  const search = readDatesSearch(new URL(request.url).searchParams);
  const [{ found, owners, ...counts }, { administrations }] = await Promise.all([
    findDates(context.db, actor, search, today),
    listFilterNames(context.db, actor, today),
  ]);
  const begin = search.page * pageSize;
  return {
    ...{ locale: localeFrom(request, actor.locale), search, today, administrations, ...counts },
    total: found.length,
    items: search.month === null ? found.slice(begin, begin + pageSize) : found,
    owners: owners.map(({ accountId, name }) => ({ accountId, name })),
  };
}

export default function Dates() {
  const page = useLoaderData<typeof loader>();
  const { search, today, total, warnings } = page;
  const words = useWords(area);
  const format = useFormats();
  const items = page.items as LeaseDateRow[];
  const turn = (to: number) => `/dates?${datesQuery(search, { page: to })}`;
  return (
    <Page>
      <PageHead title={words.title} note={words.note} tools={<Tools query={datesQuery(search)} />} />
      <DateFigures {...{ search, warnings, levels: page.levels, mine: page.mine }} />
      <DatesFilters {...{ search, warnings, administrations: page.administrations, owners: page.owners }} />
      <nav aria-label={words.views.label} className="screen-only flex gap-5">
        {(["list", "calendar"] as const).map((view) => (
          <Link
            key={view}
            to={`/dates?${datesQuery(search, { month: view === "list" ? null : (search.month ?? today.slice(0, 7)) })}`}
            aria-current={(search.month === null) === (view === "list") ? "page" : undefined}
            className="text-link inline-flex min-h-6 items-center aria-[current]:font-semibold"
          >
            {words.views[view]}
          </Link>
        ))}
      </nav>
      {search.month !== null ? (
        <MonthView {...{ search, month: search.month, today, rows: items }} />
      ) : (
        <>
          <Card isFlush title={words.count(format.number(total), total === 1)}>
            <DatesTable {...{ rows: items, today, warnings }} />
          </Card>
          <nav className="screen-only flex gap-2">
            {search.page > 0 && <LinkButton to={turn(search.page - 1)}>{words.newer}</LinkButton>}
            {(search.page + 1) * pageSize < total && (
              <LinkButton to={turn(search.page + 1)}>{words.older}</LinkButton>
            )}
          </nav>
        </>
      )}
    </Page>
  );
}

function Tools({ query }: { query: string }) {
  const words = useWords(area);
  return (
    <>
      <LinkButton to="/dates/breaks" icon={DoorOpen}>
        {words.toBreaks}
      </LinkButton>
      <LinkButton to="/dates/calendars" icon={CalendarPlus}>
        {words.toCalendars}
      </LinkButton>
      {(["csv", "xlsx"] as const).map((format) => (
        <LinkButton
          key={format}
          to={`/dates/export?${query}&format=${format}`}
          icon={Download}
          reloadDocument
        >
          {format === "csv" ? words.exportCsv : words.exportXlsx}
        </LinkButton>
      ))}
    </>
  );
}
