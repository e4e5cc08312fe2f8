import { ChartColumn, Download, FilePlus } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { leaseDraft as draftArea } from "#app/i18n/lease-draft.ts";
import { leases as area } from "#app/i18n/leases.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listLeases } from "#db/queries/lease/list-leases.ts";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { dayAt } from "#domain/day.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import { leaseQuery, readLeaseSearch } from "#domain/lease/lease-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { LeaseFilters } from "./lease-filters.tsx";
import { LeaseTable } from "./lease-table.tsx";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const today = dayAt(new Date());
  const search = readLeaseSearch(new URL(request.url).searchParams, today);
  const [{ items, totals }, { administrations }] = await Promise.all([
    listLeases(context.db, actor, search, { from: search.page * pageSize, limit: pageSize }),
    listFilterNames(context.db, actor, search.on),
  ]);
  const locale = localeFrom(request, actor.locale);
  return { items, totals, search, today, administrations, locale, mayWrite: keepsLeases(actor) };
}

export default function Leases() {
  const { items, totals, search, today, administrations, mayWrite } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const query = leaseQuery(search, today);
  const file = (kind: "csv" | "xlsx") => `/leases/export?${query}${query ? "&" : ""}format=${kind}`;
  const turn = (page: number) => `/leases?${leaseQuery(search, today, { page })}`;
  const pages = Math.max(1, Math.ceil(totals.count / pageSize));
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note}
        tools={
          <>
            {mayWrite && <DraftLinks />}
            <LinkButton to="/leases/figures" icon={ChartColumn}>
              {words.figures}
            </LinkButton>
            <LinkButton to={file("csv")} icon={Download} reloadDocument>
              {words.csv}
            </LinkButton>
            <LinkButton to={file("xlsx")} icon={Download} reloadDocument>
              {words.xlsx}
            </LinkButton>
          </>
        }
      />
      <LeaseFilters {...{ search, today, administrations }} />
      <Figures>
        <Figure label={words.totals.count} value={format.number(totals.count)} />
        <Figure label={words.totals.let} value={format.areaM2(totals.areaM2 - totals.rentedM2)} />
        <Figure
          label={words.totals.income}
          value={format.ore(totals.yearlyOre - totals.rentedOre, "million")}
          note={
            totals.withoutRent > 0 ? words.totals.withoutRent(format.number(totals.withoutRent)) : undefined
          }
        />
        <Figure label={words.totals.rented} value={format.areaM2(totals.rentedM2)} />
        <Figure label={words.totals.cost} value={format.ore(totals.rentedOre, "million")} />
      </Figures>
      <Card isFlush title={words.total(format.number(totals.count), totals.count === 1)}>
        <LeaseTable rows={items} search={search} today={today} />
      </Card>
      {pages > 1 && (
        <nav className="screen-only flex items-center gap-3" aria-label={words.page("", "")}>
          {search.page > 0 && <LinkButton to={turn(search.page - 1)}>{words.previous}</LinkButton>}
          <span className="figures text-ink-soft">
            {words.page(format.number(search.page + 1), format.number(pages))}
          </span>
          {search.page + 1 < pages && <LinkButton to={turn(search.page + 1)}>{words.next}</LinkButton>}
        </nav>
      )}
    </Page>
  );
}

function DraftLinks() {
  const words = useWords(draftArea);
  return (
    <>
      <LinkButton to="/leases/new" look="primary" icon={FilePlus}>
        {words.newTitle}
      </LinkButton>
      <LinkButton to="/leases/drafts">{words.drafts}</LinkButton>
    </>
  );
}
