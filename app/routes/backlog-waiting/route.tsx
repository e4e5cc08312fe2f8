import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { backlog } from "#app/i18n/backlog.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { waiting as area } from "#app/i18n/waiting.ts";
import { listBacklogLines } from "#db/queries/backlog/list-backlog-lines.ts";
import { deferredKinds, sumRiskCells } from "#db/queries/backlog/sum-risk-cells.ts";
import { getAssumptions } from "#db/queries/condition/get-assumptions.ts";
import { backlogKinds } from "#domain/backlog/backlog-line.ts";
import { readLineFilter } from "#domain/backlog/backlog-search.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { backlogTo, filterQuery } from "../backlog/backlog-url.ts";
import { BudgetForm } from "../backlog/budget-form.tsx";
import { loadWaiting, readBudgetOre } from "../backlog/load-waiting.server.ts";
import { WaitingView } from "../backlog/waiting-view.tsx";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const { db } = context;
  const params = new URL(request.url).searchParams;
  const { search } = readPortfolioSearch(params, dayAt(new Date()));
  const asked = params.get("work");
  const work = isId(asked) ? asked : null;
  const assumptions = await getAssumptions(db, actor.organisationId, search.on);
  const filter = { ...readLineFilter(new URLSearchParams()), work };
  const [cells, lines] = await Promise.all([
    sumRiskCells(db, actor, search, work ? backlogKinds : deferredKinds, work),
    listBacklogLines(db, actor, search, filter, assumptions, { from: 0, limit: 1 }),
  ]);
  const isOneWork = work !== null;
  const waiting = await loadWaiting(
    ...([db, actor, search, assumptions, cells, readBudgetOre(params), isOneWork] as const),
  );
  const query = new URLSearchParams(filterQuery(params));
  if (work) query.set("work", work);
  const first = lines.items[0];
  return {
    ...{ locale: localeFrom(request, actor.locale), on: search.on, query: query.toString(), waiting },
    isKnown: cells.length > 0,
    unopenedOre: isOneWork ? 0 : lines.unopenedOre,
    work: work && first ? `${first.workNumber}, ${first.buildingName}` : null,
    building: !work && search.ids.length === 1 && first ? first.buildingName : null,
  };
}

export default function WaitingPage() {
  const { on, query, waiting, isKnown, unopenedOre, work, building } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const { page } = useWords(backlog);
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={words.title}
        above={
          <Link to={backlogTo("/backlog", query, { work: null })} className="text-link">
            {words.back}
          </Link>
        }
        note={`${work ?? building ?? words.whole} · ${format.day(on)}`}
      />
      {unopenedOre > 0 && (
        <Notice status="attention">{words.unopened(format.ore(unopenedOre, "million"))}</Notice>
      )}
      <Card>
        {isKnown ? (
          <div className="flex flex-col gap-4">
            {!work && <BudgetForm to="/backlog/waiting" query={query} budgetOre={waiting.budgetOre} />}
            <WaitingView waiting={waiting} headingLevel={2} />
          </div>
        ) : (
          <EmptyState title={words.none} />
        )}
      </Card>
      <p>
        <Link to={backlogTo("/backlog/lines", query)} className="text-link">
          {page.lines}
        </Link>
      </p>
    </Page>
  );
}
