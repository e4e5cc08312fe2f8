import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { getPlan } from "#db/queries/plan/get-plan.ts";
import { listPlanPoints } from "#db/queries/plan/list-packages.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { planQuery, readPlanSearch } from "../plan/search.ts";
import { YearMap } from "./year-map.tsx";

export const handle: RouteHandle = { needs: { area: "plans", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.name ?? area[data?.locale ?? "da"].title },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "read");
  const plan = isId(params.id) ? await getPlan(context.db, actor, params.id) : null;
  if (!plan) throw problem(404);
  const search = readPlanSearch(new URL(request.url).searchParams, plan);
  return {
    ...{ locale: localeFrom(request, actor.locale), id: plan.id, name: plan.name, search },
    ...{ years: plan.years.map(({ year }) => year), today: dayAt(new Date()), tiles: context.basemap },
    points: await listPlanPoints(context.db, actor, plan.id, search),
  };
}

/** A plan on the map, year by year: where it builds, how bad it is there and what it costs. The list is the plan's page. */
export default function PlanMapPage() {
  const { id, name, search, years, points, today, tiles } = useLoaderData<typeof loader>();
  const words = useWords(area);
  return (
    <Page>
      <PageHead
        title={name}
        above={
          <Link to={`/plans/${id}?${planQuery(search)}`} className="text-link">
            {words.packages.asList}
          </Link>
        }
        note={search.year === null ? words.packages.leftOut : words.packages.title(String(search.year))}
      />
      <nav aria-label={words.packages.map} className="flex flex-wrap gap-2">
        {years.map((year) => (
          <Link
            key={year}
            to={`/plans/${id}/map?${planQuery(search, { year })}`}
            aria-current={year === search.year ? "page" : undefined}
            className="figures inline-flex min-h-9 items-center rounded-base border border-line bg-surface px-3 aria-[current]:border-blue aria-[current]:bg-blue-tint aria-[current]:font-semibold"
          >
            {year}
          </Link>
        ))}
      </nav>
      <YearMap {...{ planId: id, search, points, today, tiles }} />
    </Page>
  );
}
