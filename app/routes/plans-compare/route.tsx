import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { getPlan, type Plan } from "#db/queries/plan/get-plan.ts";
import { listMovedWorks, type MovedWork } from "#db/queries/plan/list-plan-works.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { AdministrationTable } from "../plan/administration-table.tsx";
import { PlanCharts } from "../plan/plan-charts.tsx";
import { MovedCard } from "./moved-card.tsx";
import { SideBySide } from "./side-by-side.tsx";

export const handle: RouteHandle = { needs: { area: "plans", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].compared.title },
];

const [most, mostMoved] = [3, 100];

/** `ids=a,b,c` or `ids=a&ids=b`: two or three plans, in the order asked. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "read");
  const { db } = context;
  const asked = new URL(request.url).searchParams.getAll("ids").flatMap((ids) => ids.split(","));
  const ids = [...new Set(asked.filter((id) => isId(id)))].slice(0, most);
  const found = await Promise.all(ids.map((id) => getPlan(db, actor, id)));
  const plans = found.filter((plan) => plan?.result && plan.basis) as Plan[];
  const [moved, names] = await Promise.all([
    plans.length > 1
      ? listMovedWorks(
          db,
          actor,
          plans.map(({ id }) => id),
          mostMoved,
        )
      : { items: [] as MovedWork[], total: 0 },
    listFilterNames(db, actor, dayAt(new Date())),
  ]);
  const administrations = names.administrations.map(({ code, name }) => ({ code, name }));
  return { locale: localeFrom(request, actor.locale), plans, moved, administrations };
}

export default function ComparePlans() {
  const { plans: found, moved, administrations } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const plans = found as unknown as Plan[];
  const charted = plans.map(({ name, result, basis }) => ({
    ...{ name, result: result!, replacementOre: basis!.replacementOre },
  }));
  return (
    <Page>
      <PageHead
        title={words.compared.title}
        note={words.compared.lead}
        above={
          <Link to="/plans" className="text-link">
            {words.back}
          </Link>
        }
      />
      {plans.length < 2 ? (
        <Card>
          <EmptyState title={words.compared.few} />
        </Card>
      ) : (
        <>
          <SideBySide plans={plans} />
          <PlanCharts plans={charted} />
          {charted.map(({ name, result }) => (
            <AdministrationTable
              key={name}
              title={`${words.charts.administrations}: ${name}`}
              {...{ years: result.years, administrations }}
            />
          ))}
          <MovedCard plans={plans} moved={moved} />
        </>
      )}
    </Page>
  );
}
