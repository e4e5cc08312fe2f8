import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { needs as area } from "#app/i18n/needs.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { listNeeds, listPlanLines, listPlanners } from "#db/queries/needs/list-needs.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { changeNeeds } from "./change-needs.server.ts";
import { NeedFields, PlanFields } from "./need-forms.tsx";
import { NeedTable } from "./need-table.tsx";
import { PlanTable } from "./plan-table.tsx";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const [needs, lines, planners, { districts }] = await Promise.all([
    listNeeds(context.db, actor),
    listPlanLines(context.db, actor),
    listPlanners(context.db, actor),
    listFilterNames(context.db, actor, dayAt(new Date())),
  ]);
  return { locale: localeFrom(request, actor.locale), needs, lines, planners, districts };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const typed = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const answer = await changeNeeds(context.db, actor, typed, new Date());
  if (answer.faults.length > 0 || answer.refusal) return json({ ...answer, typed }, { status: 422 });
  return redirect(answer.to, 303);
}

export default function Needs() {
  const { needs, lines, planners, districts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const errors = [
    ...(answer?.refusal ? [{ message: words.refusals[answer.refusal] ?? words.refusals["form"]! }] : []),
    ...(answer?.faults ?? []).map((fault) => ({ message: words.faults[fault] ?? fault })),
  ];
  const typed: Record<string, string> = answer?.typed ?? {};
  const isOf = (form: "need" | "plan") => (typed["form"] === form ? typed : {});
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead}
        tools={planners.length > 0 && <LinkButton to="/needs/import">{words.bringIn}</LinkButton>}
      />
      <FormErrors errors={errors} />
      <NeedTable needs={needs} />
      {planners.length > 0 && (
        <Card title={words.addNeed} className="screen-only">
          <NeedFields {...{ planners, districts }} typed={isOf("need")} />
        </Card>
      )}
      <PlanTable lines={lines} />
      {planners.length > 0 && (
        <Card title={words.addPlan} className="screen-only">
          <PlanFields {...{ planners, districts }} typed={isOf("plan")} />
        </Card>
      )}
    </Page>
  );
}
