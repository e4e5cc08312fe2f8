import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListTree } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { waiting } from "#app/i18n/waiting.ts";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { readBacklogView } from "#domain/backlog/backlog-search.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { backlogTo, filterQuery } from "./backlog-url.ts";
import { BudgetForm } from "./budget-form.tsx";
import { FciCard } from "./fci-card.tsx";
import { FilterForm } from "./filter-form.tsx";
import { GroupTable } from "./group-table.tsx";
import { HeadFigures } from "./head-figures.tsx";
import { loadBacklog } from "./load-backlog.server.ts";
import { readBudgetOre } from "./load-waiting.server.ts";
import { MatrixCard } from "./matrix-card.tsx";
import { SpreadCard } from "./spread-card.tsx";
import { WaitingView } from "./waiting-view.tsx";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].page.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const params = new URL(request.url).searchParams;
  const { search, faults } = readPortfolioSearch(params, dayAt(new Date()));
  const view = readBacklogView(params);
  const [backlog, names] = await Promise.all([
    loadBacklog(context.db, actor, search, view, readBudgetOre(params)),
    listFilterNames(context.db, actor, search.on),
  ]);
  const locale = localeFrom(request, actor.locale);
  return { locale, on: search.on, query: filterQuery(params), faults, view, names, backlog };
}

export default function BacklogPage() {
  const { on, query, faults, view, names, backlog } = useLoaderData<typeof loader>();
  const words = useWords(area).page;
  const waitingWords = useWords(waiting);
  const format = useFormats();
  const { sums } = backlog;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead(format.number(sums.buildings), format.day(on))}
        tools={
          <LinkButton to={backlogTo("/backlog/lines", query)} icon={ListTree}>
            {words.lines}
          </LinkButton>
        }
      />
      {faults.length > 0 && (
        <Notice status="attention">
          {words.notRead(faults.map(({ parameter, value }) => `${parameter}=${value}`).join(", "))}
        </Notice>
      )}
      <FilterForm {...{ query, on, names }} />
      {sums.buildings === 0 ? (
        <Card>
          <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
        </Card>
      ) : (
        <>
          <HeadFigures {...{ ...backlog, query }} />
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <FciCard {...backlog} />
            <SpreadCard spread={backlog.spread} on={on} />
          </div>
          <MatrixCard matrix={backlog.matrix} query={query} />
          <Card title={waitingWords.title}>
            <div className="flex flex-col gap-4">
              <BudgetForm to="/backlog" query={query} budgetOre={backlog.waiting.budgetOre} />
              <WaitingView waiting={backlog.waiting} />
            </div>
          </Card>
          <GroupTable {...{ ...backlog, query, view }} />
        </>
      )}
    </Page>
  );
}
