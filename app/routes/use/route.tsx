import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { WeekHeatMap } from "#app/components/use/week-heat-map.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { use as area } from "#app/i18n/use.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { listNorms } from "#db/queries/use/list-norms.ts";
import { listPeers } from "#db/queries/use/list-peers.ts";
import { listUsedHouses } from "#db/queries/use/list-used-houses.ts";
import { sumSeen } from "#db/queries/use/sum-seen.ts";
import { summariseUse } from "#db/queries/use/summarise-use.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { readUseView } from "#domain/use/use-search.ts";
import { useSources } from "#domain/use/use-week.ts";
import { filterQuery } from "../backlog/backlog-url.ts";
import { UseFilter } from "./filter-form.tsx";
import { UseFigures } from "./head-figures.tsx";
import { HouseTable } from "./house-table.tsx";
import { PeerTable } from "./peer-table.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

const housesShown = 60;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const params = new URL(request.url).searchParams;
  const { search, faults } = readPortfolioSearch(params, dayAt(new Date()));
  const view = readUseView(params);
  const [summary, houses, peers, norms, seen, names] = await Promise.all([
    summariseUse(context.db, actor, search, view),
    listUsedHouses(context.db, actor, search, view, housesShown),
    listPeers(context.db, actor, search, view),
    listNorms(context.db, actor, search.on),
    sumSeen(context.db, actor, search, view.period),
    listFilterNames(context.db, actor, search.on),
  ]);
  const locale = localeFrom(request, actor.locale);
  return {
    ...{
      locale,
      on: search.on,
      query: filterQuery(params),
      faults,
      view,
      summary,
      houses,
      peers,
      norms,
      seen,
      names,
    },
    mayTell: may(actor, "colocation", "write"),
    mayOpen: may(actor, "surveys", "read"),
  };
}

export default function UsePage() {
  const { on, query, faults, view, summary, houses, peers, norms, seen, names, mayTell, mayOpen } =
    useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const sources = useSources
    .filter((source) => summary.bySource[source])
    .map((source) => `${words.sources[source].toLowerCase()} ${format.number(summary.bySource[source])}`);
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead(format.number(summary.known), format.number(summary.found), format.day(on))}
        tools={
          mayTell && (
            <>
              <LinkButton to="/use/report">{words.tell}</LinkButton>
              <LinkButton to="/use/import">{words.bringIn}</LinkButton>
            </>
          )
        }
      />
      {faults.length > 0 && (
        <Notice status="attention">
          {words.notRead(faults.map(({ parameter, value }) => `${parameter}=${value}`).join(", "))}
        </Notice>
      )}
      <UseFilter {...{ query, view, names }} />
      {summary.known === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
      ) : (
        <>
          <UseFigures {...{ summary, view, query }} />
          <Card>
            <WeekHeatMap
              title={words.heat.title}
              caption={words.heat.caption(words.bySource(sources.join(", ")))}
              week={summary.week}
              capacity={summary.capacity}
              headingLevel={2}
            />
          </Card>
          {seen.observations > 0 && (
            <Card>
              <WeekHeatMap
                title={words.seen.title}
                caption={words.seen.caption(format.number(seen.observations), format.number(seen.buildings))}
                week={seen.shares}
                capacity={1}
                headingLevel={2}
              />
            </Card>
          )}
          <HouseTable {...{ houses, view, query }} />
          <PeerTable {...{ peers, norms, mayOpen }} />
        </>
      )}
    </Page>
  );
}
