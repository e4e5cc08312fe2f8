import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { NewPage } from "#app/components/new-page.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { createPlan } from "#db/commands/plan/write-plan.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { millionsToOre, PlanForm } from "#domain/plan/plan-form.ts";
import { PlanFields, type TypedPlan } from "./plan-fields.tsx";

export const handle: RouteHandle = { needs: { area: "plans", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].form.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "write");
  return { locale: localeFrom(request, actor.locale), nextYear: yearOf(dayAt(new Date())) + 1 };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "write");
  const fields = await request.formData();
  const text = (name: string) => String(fields.get(name) ?? "");
  const typed: TypedPlan = {
    ...{ name: text("name"), purpose: text("purpose"), firstYear: text("firstYear") },
    ...{ yearCount: text("yearCount"), budget: text("budget"), method: text("method") },
    kinds: fields.getAll("kinds").map(String),
  };
  const answer = (faults: string[], refusal: string | null) =>
    json({ faults, refusal, typed }, { status: 422 });
  const budgetOre = millionsToOre(typed.budget);
  const count = Number(typed.yearCount);
  const years = Array.from({ length: count >= 1 && count <= 30 ? Math.floor(count) : 0 }, () => ({
    budgetOre: budgetOre ?? Number.NaN,
    earmarksOre: {},
  }));
  const form = PlanForm.safeParse({ ...typed, method: typed.method || "package", years });
  if (!form.success) return answer([...new Set(form.error.issues.map(({ message }) => message))], null);
  const made = await createPlan(context.db, actor, form.data, new Date());
  if (!made.ok) return answer([], made.refusal);
  await context.plans.reckon(actor.organisationId, made.value);
  return redirect(`/plans/${made.value}?was=created`, 303);
}

export default function NewPlan() {
  const { nextYear } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  return (
    <NewPage words={words} listAt="/plans" answer={answer}>
      <PlanFields typed={answer?.typed ?? null} nextYear={nextYear} faults={answer?.faults ?? []} />
    </NewPage>
  );
}
