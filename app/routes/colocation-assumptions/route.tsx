import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { problem } from "#app/http/problem.ts";
import { colocation } from "#app/i18n/colocation.ts";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { writesAll } from "#domain/access.ts";
import { isEditable } from "#domain/colocation/case-status.ts";
import { caseValuesOf, type CaseValue } from "#domain/colocation/case-values.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CaseHead } from "../colocation-case/case-head.tsx";
import { CasePlaces } from "../colocation-case/case-places.tsx";
import { useSayValue } from "../colocation-economy/say-value.ts";
import { takeAssumption } from "./take-assumption.server.ts";
import { ValueForm } from "./value-form.tsx";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${area[data?.locale ?? "da"].assumptions.title}: ${data?.head.name ?? ""}` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { id } = params;
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  return {
    ...{ locale: localeFrom(request, actor.locale), head: inputs.case, values: caseValuesOf(inputs) },
    units: inputs.units.map(({ id: one, name }) => ({ id: one, name })),
    premises: inputs.premises.map(({ id: one, name }) => ({ id: one, name })),
    mayChange: writesAll(actor, "colocation") && isEditable(inputs.case.status),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const { id } = params;
  if (!isId(id)) throw problem(404);
  const typed = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const { faults, refusal } = await takeAssumption(context.db, actor, id, typed);
  const wrong = [...faults, ...(refusal ? [refusal] : [])];
  if (wrong.length > 0) return json({ wrong, typed }, { status: 422 });
  return redirect(`/colocation/${id}/assumptions`, 303);
}

export default function CaseAssumptions() {
  const { head, values, units, premises, mayChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const { refusals } = useWords(colocation);
  const say = words.assumptions;
  const names = Object.fromEntries([...units, ...premises].map((one) => [one.id, one.name]));
  const { nameOf, amount, unitOf } = useSayValue(names);
  const number = (key: "low" | "base" | "high") => ({
    ...{ key, header: words[key], isNumeric: true },
    cell: (row: CaseValue) => amount(row.unit, row[key]),
  });
  const errors = (answer?.wrong ?? []).map((fault) => ({
    message: say.faults[fault] ?? refusals[fault] ?? fault,
  }));
  return (
    <Page>
      <CaseHead head={head} />
      <CasePlaces id={head.id} />
      <FormErrors errors={errors} />
      <Card title={say.title} isFlush>
        <p className="px-4 pb-3 text-ink-soft">{say.note}</p>
        <DataTable
          caption={say.title}
          phone="cards"
          rows={values as CaseValue[]}
          rowKey={({ key }) => key}
          isRowMarked={({ isUsual }) => !isUsual}
          columns={[
            { key: "name", header: say.column, cell: (row) => nameOf(row) },
            ...[number("low"), number("base"), number("high")],
            { key: "unit", header: say.unit, cell: (row) => unitOf(row.unit) },
            {
              ...{ key: "source", header: say.source },
              cell: (row) => `${row.source} (${row.isUsual ? say.usual : say.own})`,
            },
            { key: "owner", header: say.owner, cell: (row) => row.owner },
          ]}
        />
      </Card>
      {mayChange && (
        <ValueForm
          {...{
            version: head.version,
            units,
            premises,
            values: values as CaseValue[],
            typed: answer?.typed ?? {},
          }}
        />
      )}
    </Page>
  );
}
