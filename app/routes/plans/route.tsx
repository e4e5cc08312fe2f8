import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { CalendarRange, Plus } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listPlans, type ListedPlan } from "#db/queries/plan/list-plans.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { mayDraftPlans } from "#domain/plan/plan-rights.ts";
import { PlanTable } from "./plan-table.tsx";

export const handle: RouteHandle = { needs: { area: "plans", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "read");
  const plans = await listPlans(context.db, actor);
  return { locale: localeFrom(request, actor.locale), plans, mayDraft: mayDraftPlans(actor) };
}

export default function Plans() {
  const { plans, mayDraft } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const add = (
    <LinkButton to="/plans/new" look="primary" icon={Plus}>
      {words.add}
    </LinkButton>
  );
  return (
    <Page>
      <PageHead title={words.title} note={words.lead} tools={mayDraft && add} />
      {plans.length === 0 ? (
        <Card>
          <EmptyState
            icon={CalendarRange}
            title={mayDraft ? words.none : words.noneToRead}
            action={mayDraft ? add : null}
          >
            {mayDraft && words.noneHint}
          </EmptyState>
        </Card>
      ) : (
        <Form action="/plans/compare" className="flex flex-col gap-3">
          <PlanTable plans={plans as unknown as ListedPlan[]} />
          {plans.length > 1 && (
            <div>
              <Button type="submit">{words.compare}</Button>
            </div>
          )}
        </Form>
      )}
    </Page>
  );
}
