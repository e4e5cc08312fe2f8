import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Download, GitCompareArrows } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { getPlan, type Plan } from "#db/queries/plan/get-plan.ts";
import { listPackages } from "#db/queries/plan/list-packages.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { mayDecidePlans, mayDraftPlans } from "#domain/plan/plan-rights.ts";
import { StateBadge } from "../plans/state-badge.tsx";
import { changePlan, planIntents } from "./change-plan.server.ts";
import { PlanBody, type ShownPlan } from "./plan-body.tsx";
import { readPlanSearch } from "./search.ts";

export const handle: RouteHandle = {
  needs: { area: "plans", right: "read" },
  needsToChange: { area: "plans", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.plan.name ?? area[data?.locale ?? "da"].title },
];

const pageSize = 20;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "read");
  const { db } = context;
  const plan = isId(params.id) ? await getPlan(db, actor, params.id) : null;
  if (!plan) throw problem(404);
  const asked = new URL(request.url).searchParams;
  const search = readPlanSearch(asked, plan);
  const today = dayAt(new Date());
  const cut = { from: (search.page - 1) * pageSize, limit: pageSize };
  const [found, names] = await Promise.all([
    listPackages(db, actor, plan.id, search, cut),
    listFilterNames(db, actor, today),
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), plan, search, found, pageSize },
    administrations: names.administrations.map(({ code, name }) => ({ code, name })),
    ...{ mayDraft: mayDraftPlans(actor), mayDecide: mayDecidePlans(actor) },
    was: asked.get("was"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "write");
  const { id } = params;
  if (!isId(id)) throw problem(404);
  const fields = await request.formData();
  const intent = planIntents.find((known) => known === fields.get("intent")) ?? null;
  const typed = Object.fromEntries([...fields.keys()].map((name) => [name, fields.getAll(name).map(String)]));
  const refuse = (refusal: string | null, faults: string[]) =>
    json({ intent, refusal, faults, typed }, { status: 422 });
  if (!intent) return refuse("form", []);
  const plan = { id, version: Number(fields.get("version")) };
  const answer = await changePlan(intent, { context, actor, plan, fields, now: new Date() });
  if (!answer.ok) return refuse(answer.refusal, answer.faults);
  const asked = new URL(request.url).searchParams;
  asked.set("was", answer.was);
  return redirect(`/plans/${answer.id}?${asked}`, 303);
}

export default function PlanPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  const plan = shown.plan as Plan;
  const errors = [
    ...(answer?.refusal ? [{ message: words.refusals[answer.refusal] ?? answer.refusal }] : []),
    ...(answer?.faults ?? []).map((fault) => ({ message: words.faults[fault] ?? fault })),
  ];
  const said = !answer && shown.was ? words.was[shown.was] : null;
  const origin = plan.copiedFrom ? `${words.copiedFrom(plan.copiedFrom)}. ` : "";
  const basis =
    plan.basis && plan.reckonedOn
      ? words.page.basis(
          format.number(plan.basis.works),
          format.ore(plan.basis.backlogOre, "million"),
          format.day(plan.reckonedOn),
        )
      : "";
  return (
    <Page>
      <PageHead
        title={plan.name}
        note={[plan.purpose, `${origin}${words.by(plan.madeBy)} ${basis}`].filter(Boolean).join(" ")}
        above={
          <span className="flex items-center gap-3">
            <Link to="/plans" className="text-link">
              {words.back}
            </Link>
            <StateBadge state={plan.state} />
          </span>
        }
        tools={
          <>
            {plan.copiedFromId && (
              <LinkButton to={`/plans/compare?ids=${plan.copiedFromId},${plan.id}`} icon={GitCompareArrows}>
                {words.page.compareWith}
              </LinkButton>
            )}
            <LinkButton to={`/plans/${plan.id}/export`} icon={Download} reloadDocument>
              {words.page.csv}
            </LinkButton>
          </>
        }
      />
      <FormErrors errors={errors} />
      {said && <Notice status="good">{said}</Notice>}
      <PlanBody shown={{ ...shown, plan } as ShownPlan} answer={answer ?? null} />
    </Page>
  );
}
