import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { problem } from "#app/http/problem.ts";
import { colocation } from "#app/i18n/colocation.ts";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { findCaseParts } from "#db/queries/colocation/find-parts.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { writesAll } from "#domain/access.ts";
import { loadsOf } from "#domain/colocation/capacity.ts";
import { isEditable } from "#domain/colocation/case-status.ts";
import { diffScenarios } from "#domain/colocation/diff-scenarios.ts";
import { brokenConditions } from "#domain/colocation/judge-conditions.ts";
import { moveChain } from "#domain/colocation/move-chain.ts";
import { inputsShownTo } from "#domain/colocation/shown-to.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CaseHead } from "../colocation-case/case-head.tsx";
import { CasePlaces } from "../colocation-case/case-places.tsx";
import { changeCase } from "./change-case.server.ts";
import { ChainCard } from "./chain-card.tsx";
import { ConditionsCard } from "./conditions-card.tsx";
import type { EditData } from "./edit-data.ts";
import { PartsCard } from "./parts-card.tsx";
import { ScenarioCard } from "./scenario-card.tsx";
import { StackCard } from "./stack-card.tsx";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${area[data?.locale ?? "da"].title}: ${data?.inputs.case.name ?? ""}` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { id } = params;
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  const asked = new URL(request.url).searchParams;
  const [base] = inputs.scenarios;
  const scenario = inputs.scenarios.find((one) => one.id === asked.get("scenario")) ?? base!;
  const mayChange = writesAll(actor, "colocation") && isEditable(inputs.case.status);
  const q = asked.get("q")?.trim() ?? "";
  const before = inputs.scenarios.find((one) => one.id === scenario.copiedFromId) ?? base!;
  return {
    ...{
      locale: localeFrom(request, actor.locale),
      inputs: inputsShownTo(actor, inputs),
      scenario,
      before,
      q,
      mayChange,
    },
    found: mayChange && q.length > 1 ? await findCaseParts(context.db, actor, inputs.case.id, q) : null,
    loads: loadsOf(inputs, scenario),
    broken: brokenConditions(inputs, scenario).map((one) => one.id),
    chain: moveChain(inputs, scenario),
    differences: diffScenarios(inputs, before, scenario),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const { id } = params;
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  const typed = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const { faults, refusal, scenarioId } = await changeCase({ db: context.db, actor, inputs, typed });
  if (faults.length > 0 || refusal) return json({ faults, refusal }, { status: 422 });
  const asked = new URL(request.url).searchParams;
  if (scenarioId) asked.set("scenario", scenarioId);
  return redirect(`/colocation/${id}/edit?${asked}`, 303);
}

export default function ColocationEdit() {
  const data = useLoaderData<typeof loader>() as EditData;
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const { refusals } = useWords(colocation);
  const said = [...(answer?.faults ?? []), ...(answer?.refusal ? [answer.refusal] : [])];
  const errors = said.map((one) => ({
    message: words.faults[one] ?? words.refusals[one] ?? refusals[one] ?? refusals["form"]!,
  }));
  return (
    <Page>
      <CaseHead head={data.inputs.case} />
      <CasePlaces id={data.inputs.case.id} />
      <FormErrors errors={errors} />
      <ScenarioCard data={data} />
      <StackCard data={data} />
      <ChainCard data={data} />
      <PartsCard data={data} />
      <ConditionsCard data={data} />
    </Page>
  );
}
