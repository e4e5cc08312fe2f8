import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { problem } from "#app/http/problem.ts";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { scenarioEconomy } from "#domain/colocation/case-economy.ts";
import { turnKnob, uncertaintyOf } from "#domain/colocation/case-uncertainty.ts";
import { caseValuesOf } from "#domain/colocation/case-values.ts";
import { shownTo } from "#domain/colocation/shown-to.ts";
import { dayAt } from "#domain/day.ts";
import { discountFactors, rateScheduleOn } from "#domain/economy/rate-schedule.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CaseHead } from "../colocation-case/case-head.tsx";
import { CasePlaces } from "../colocation-case/case-places.tsx";
import { KnobCard } from "./knob-card.tsx";
import { MovesCard } from "./moves-card.tsx";
import { SureCard } from "./sure-card.tsx";
import { VerdictFigures } from "./verdict-figures.tsx";
import { WhoseCard } from "./whose-card.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${area[data?.locale ?? "da"].title}: ${data?.head.name ?? ""}` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { id } = params;
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  const asked = new URL(request.url).searchParams;
  const scenarios = inputs.scenarios.filter(({ isBase }) => !isBase);
  const scenario = scenarios.find((one) => one.id === asked.get("scenario")) ?? scenarios[0] ?? null;
  const schedule = rateScheduleOn(inputs.case.ratesAsOf);
  return {
    ...{ locale: localeFrom(request, actor.locale), head: inputs.case, rateSource: schedule.source },
    scenarios: scenarios.map(({ id: one, name }) => ({ id: one, name })),
    names: Object.fromEntries([...inputs.units, ...inputs.premises].map((one) => [one.id, one.name])),
    values: caseValuesOf(inputs),
    factors: discountFactors(schedule.steps, inputs.case.horizonYears),
    shown: scenario && {
      economy: shownTo(actor, inputs, scenarioEconomy(inputs, scenario)),
      ...uncertaintyOf(inputs, scenario),
      knob: turnKnob(inputs, scenario, asked.get("knob") ?? "refurbishOwn"),
    },
  };
}

export type EconomyData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ColocationEconomy() {
  const data = useLoaderData<typeof loader>();
  const words = useWords(area);
  const { head, scenarios, shown } = data;
  return (
    <Page>
      <CaseHead head={head} />
      <CasePlaces id={head.id} />
      {!shown ? (
        <Card>{words.noScenarios}</Card>
      ) : (
        <>
          <Form className="screen-only flex flex-wrap items-end gap-3">
            <SelectField
              key={shown.economy.scenarioId}
              {...{ name: "scenario", label: words.scenario, defaultValue: shown.economy.scenarioId }}
              options={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
              className="min-w-56"
            />
            <Button type="submit">{words.show}</Button>
          </Form>
          <VerdictFigures economy={shown.economy} rateSource={data.rateSource} />
          <WhoseCard economy={shown.economy} />
          <MovesCard moves={shown.economy.moves} names={data.names} />
          <SureCard {...{ shown, names: data.names, factors: data.factors, values: data.values }} />
          <KnobCard
            {...{ knob: shown.knob, scenarioId: shown.economy.scenarioId, names: data.names }}
            values={data.values}
          />
        </>
      )}
    </Page>
  );
}
