import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { colocation } from "#app/i18n/colocation.ts";
import { colocationEdit } from "#app/i18n/colocation-edit.ts";
import { colocationPart as area } from "#app/i18n/colocation-part.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { describeCasePremises } from "#db/commands/colocation/change-premises.ts";
import { describeCaseUnit } from "#db/commands/colocation/change-units.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { writesAll } from "#domain/access.ts";
import { isEditable } from "#domain/colocation/case-status.ts";
import { inputsShownTo } from "#domain/colocation/shown-to.ts";
import { weekOf } from "#domain/colocation/unit-week.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { PartAnswer, PartData } from "./part-data.ts";
import { PremisesForm, UnitForm } from "./part-form.tsx";
import { readPremisesPart, readUnitPart } from "./read-part.server.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: (data?.unit ?? data?.premises)?.name ?? area[data?.locale ?? "da"].back },
];

type Asked = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** The part of the case that the address names. */
async function partOf({ request, params, context }: Asked) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const { id, part } = params;
  const all = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  const inputs = all && inputsShownTo(actor, all);
  const unit = inputs?.units.find((one) => one.id === part) ?? null;
  const premises = inputs?.premises.find((one) => one.id === part) ?? null;
  if (!inputs || (!unit && !premises)) throw problem(404);
  return { actor, head: inputs.case, unit, premises };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, head, unit, premises } = await partOf(asked);
  const mayChange = writesAll(actor, "colocation") && isEditable(head.status);
  const weekSource = unit && weekOf(unit).source;
  return { locale: localeFrom(asked.request, actor.locale), head, unit, premises, weekSource, mayChange };
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, head, unit, premises } = await partOf(asked);
  const { db } = asked.context;
  const typed = Object.fromEntries(
    [...(await asked.request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const refuse = (said: Pick<PartAnswer, "faults" | "refusal">) => json({ ...said, typed }, { status: 422 });
  const seen = { id: head.id, version: Number(typed["version"]) };
  const read = unit ? readUnitPart(typed) : readPremisesPart(typed, premises!);
  if (!read.ok) return refuse({ faults: read.faults, refusal: null });
  const done =
    "needs" in read.value
      ? await describeCaseUnit(db, actor, seen, unit!.id, read.value)
      : await describeCasePremises(db, actor, seen, premises!.id, read.value);
  if (!done.ok) return refuse({ faults: [], refusal: done.refusal });
  return redirect(`/colocation/${head.id}/edit${new URL(asked.request.url).search}`, 303);
}

export default function CasePart() {
  const { head, unit, premises, weekSource, mayChange } = useLoaderData<typeof loader>() as PartData;
  const answer = (useActionData<typeof action>() as PartAnswer | undefined) ?? null;
  const words = useWords(area);
  const { refusals } = useWords(colocation);
  const edit = useWords(colocationEdit);
  const shared = { version: head.version, mayChange, answer };
  const errors = (answer?.faults ?? []).map(({ field, fault }) => ({
    fieldId: field,
    message: words.faults[fault] ?? refusals["form"]!,
  }));
  const no = answer?.refusal;
  if (no) errors.push({ fieldId: "", message: edit.refusals[no] ?? refusals[no] ?? refusals["form"]! });
  return (
    <Page>
      <PageHead
        title={(unit ?? premises)!.name}
        note={premises?.address ?? unit?.administration}
        above={
          <Link to={`/colocation/${head.id}/edit`} className="text-link">
            {words.back}: {head.name}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      {unit ? (
        <UnitForm {...{ ...shared, unit, weekSource: weekSource! }} />
      ) : (
        <PremisesForm {...{ ...shared, premises: premises! }} />
      )}
    </Page>
  );
}
