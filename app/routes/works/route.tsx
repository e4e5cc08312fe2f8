import { Download } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { Link } from "#app/components/link.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { listWorks, type WorkRow, type WorkTotals } from "#db/queries/works/list-works.ts";
import { listWorkYears } from "#db/queries/works/list-work-years.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readWorksSearch, worksQuery } from "#domain/works/works-search.ts";
import { WorksFilters } from "./works-filters.tsx";
import { WorksTable } from "./works-table.tsx";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const today = dayAt(new Date());
  const search = readWorksSearch(new URL(request.url).searchParams);
  const cut = { from: search.page * pageSize, limit: pageSize };
  const [found, years, { administrations }] = await Promise.all([
    listWorks(context.db, actor, search, cut, today),
    listWorkYears(context.db, actor, today),
    listFilterNames(context.db, actor, today),
  ]);
  return { ...found, search, years, administrations, locale: localeFrom(request, actor.locale) };
}

export default function Works() {
  const { items, totals, search, years, administrations } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const turn = (page: number) => `/works?${worksQuery(search, { page })}`;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note}
        tools={
          <LinkButton to={`/works/export?${worksQuery(search)}`} icon={Download} reloadDocument>
            {words.export}
          </LinkButton>
        }
      />
      <WorksFilters {...{ search, years, administrations }} buildingName={items[0]?.buildingName ?? null} />
      <Totals totals={totals} />
      <p>
        <Link to="/works/follow-up" className="text-link inline-flex min-h-6 items-center">
          {words.followLink}
        </Link>
      </p>
      <Card isFlush title={words.total(format.number(totals.count), totals.count === 1)}>
        <WorksTable rows={items as WorkRow[]} />
      </Card>
      <nav className="screen-only flex gap-2">
        {search.page > 0 && <LinkButton to={turn(search.page - 1)}>{words.newer}</LinkButton>}
        {(search.page + 1) * pageSize < totals.count && (
          <LinkButton to={turn(search.page + 1)}>{words.older}</LinkButton>
        )}
      </nav>
    </Page>
  );
}

/** What everything found comes to, not only what the page shows. */
function Totals({ totals }: { totals: WorkTotals }) {
  const words = useWords(area).totals;
  const format = useFormats();
  return (
    <Figures>
      <Figure label={words.count} value={format.number(totals.count)} />
      <Figure label={words.cost} value={format.ore(totals.costOre, "million")} isLoud />
      <Figure label={words.budget} value={format.ore(totals.budgetOre, "million")} />
      <Figure label={words.contract} value={format.ore(totals.contractOre, "million")} />
      <Figure label={words.actual} value={format.ore(totals.actualOre, "million")} />
    </Figures>
  );
}
