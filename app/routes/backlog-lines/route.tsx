import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listBacklogLines } from "#db/queries/backlog/list-backlog-lines.ts";
import { getAssumptions } from "#db/queries/condition/get-assumptions.ts";
import { readLineFilter } from "#domain/backlog/backlog-search.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { backlogTo, filterQuery } from "../backlog/backlog-url.ts";
import { LineList } from "./line-list.tsx";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].lines.title },
];

const pageSize = 100;
const mostShown = 2_000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const params = new URL(request.url).searchParams;
  const { search } = readPortfolioSearch(params, dayAt(new Date()));
  const filter = readLineFilter(params);
  const limit = Math.min(mostShown, Math.max(pageSize, Number(params.get("show")) || 0));
  const assumptions = await getAssumptions(context.db, actor.organisationId, search.on);
  const cut = { from: 0, limit };
  const lines = await listBacklogLines(context.db, actor, search, filter, assumptions, cut);
  const isMore = lines.total > limit && limit < mostShown;
  params.set("show", String(limit + pageSize));
  return {
    ...{
      locale: localeFrom(request, actor.locale),
      on: search.on,
      query: filterQuery(params),
      filter,
      lines,
    },
    more: isMore ? `/backlog/lines?${params}` : null,
  };
}

export default function BacklogLinesPage() {
  const { on, query, filter, lines, more } = useLoaderData<typeof loader>();
  const all = useWords(area);
  const words = all.lines;
  const format = useFormats();
  const { kind, consequence, probability, isOld, work, elementType } = filter;
  const first = lines.items[0];
  const asked = [
    kind && all.kinds[kind],
    elementType && first && words.type(first.sfb),
    work && first?.workNumber && words.work(first.workNumber),
    consequence && words.consequence(consequence),
    probability && words.probability(probability),
    isOld && words.old,
  ].filter(Boolean);
  return (
    <Page>
      <PageHead
        title={words.title}
        above={
          <Link to={backlogTo("/backlog", query)} className="text-link">
            {words.back}
          </Link>
        }
        note={`${asked.length > 0 ? `${asked.join(" · ")} · ` : ""}${words.lead(
          format.number(lines.total),
          format.ore(lines.sumOre, "ore"),
          format.day(on),
        )}`}
      />
      {lines.unopenedOre > 0 && (
        <Notice status="attention">{all.page.unopened(format.ore(lines.unopenedOre))}</Notice>
      )}
      <Card isFlush>
        {lines.items.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <LineList lines={lines.items} />
            <MoreLink shown={lines.items.length} total={lines.total} to={more} />
          </>
        )}
      </Card>
      <p className="text-sm text-ink-soft">
        {words.rule}{" "}
        <Link to="/assumptions" className="text-link">
          {words.assumptions}
        </Link>
      </p>
    </Page>
  );
}
