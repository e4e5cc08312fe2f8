import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { figures as area } from "#app/i18n/figures.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { countGaps, getSatisfaction, listMonthFigures } from "#db/queries/figures/list-months.ts";
import { sumCaseArea, summariseOrders } from "#db/queries/figures/summarise-orders.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { figuresQuery, readFiguresSearch } from "#domain/figures/figures-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { Charts } from "./charts.tsx";
import { FigureTables } from "./figure-tables.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { SearchForm } from "./search-form.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const { db } = context;
  const now = new Date();
  const today = dayAt(now);
  const asked = readFiguresSearch(new URL(request.url).searchParams, today);
  const search = { ...asked, group: null, standing: null, part: null };
  const mayReadGaps = may(actor, "services", "read");
  const [summary, months, satisfaction, areaM2, gaps] = await Promise.all([
    summariseOrders(db, actor, search, now),
    listMonthFigures(db, actor, search, now),
    getSatisfaction(db, actor, search, now),
    sumCaseArea(db, actor),
    mayReadGaps ? countGaps(db, actor) : null,
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), today, search },
    ...{ summary, months, satisfaction, areaM2, gaps },
  };
}

export default function FiguresPage() {
  const { today, search, summary, months, satisfaction, areaM2, gaps } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const isEmpty = summary.total.orders === 0;
  const file = (type: string) => `/figures/export?${figuresQuery(search)}&format=${type}`;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead(format.day(search.from), format.day(search.to))}
        tools={
          <>
            <LinkButton to={file("csv")} icon={Download} reloadDocument>
              {words.export.csv}
            </LinkButton>
            <LinkButton to={file("xlsx")} icon={Download} reloadDocument>
              {words.export.xlsx}
            </LinkButton>
          </>
        }
      />
      <SearchForm search={search} today={today} />
      <KeyFigures {...{ search, total: summary.total, satisfaction, areaM2, gaps }} />
      {isEmpty ? (
        <Card>
          <EmptyState title={words.noneSent} />
        </Card>
      ) : (
        <>
          <Charts {...{ search, summary, months }} />
          <FigureTables {...{ search, summary }} />
        </>
      )}
    </Page>
  );
}
