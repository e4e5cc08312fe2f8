import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { needs as area } from "#app/i18n/needs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { removeNeed } from "#db/commands/needs/change-needs.ts";
import { readCandidatePlaces } from "#db/queries/colocation/read-candidate-places.ts";
import { getNeed } from "#db/queries/needs/list-needs.ts";
import { scopeOf } from "#domain/access.ts";
import { compareNeed } from "#domain/colocation/needs/compare-need.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { OptionTable } from "./option-table.tsx";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.need.name ?? area[data?.locale ?? "da"].title },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const need = isId(params.id) ? await getNeed(context.db, actor, params.id) : null;
  if (!need) throw problem(404);
  const on = dayAt(new Date());
  const { houses } = await readCandidatePlaces(context.db, actor, on);
  return {
    ...{ locale: localeFrom(request, actor.locale), need },
    options: compareNeed({ ...need, district: need.districtCode }, houses, on),
    findsCandidates: scopeOf(actor, "colocation", "read").all,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const gone = isId(params.id) ? await removeNeed(context.db, actor, params.id) : null;
  if (!gone?.ok) return json({ refusal: "notFound" }, { status: 422 });
  return redirect("/needs", 303);
}

export default function NeedPage() {
  const { need, options, findsCandidates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  const hasExisting = options.some(({ way }) => way === "existing");
  const years = format.number(need.years);
  return (
    <Page>
      <PageHead
        title={need.name}
        note={`${need.administration} · ${need.district ?? words.anywhere} · ${words.facts(format.areaM2(need.areaM2), format.day(need.neededFrom), years)}`}
        above={
          <Link to="/needs" className="text-link">
            {words.back}
          </Link>
        }
      />
      <FormErrors errors={answer ? [{ message: words.refusals[answer.refusal]! }] : []} />
      {need.note && <p>{need.note}</p>}
      <Card title={words.compare} isFlush>
        <p className="px-4 pb-3 text-ink-soft">{words.compareNote(years)}</p>
        <OptionTable options={options} />
        {(!hasExisting || findsCandidates) && (
          <p className="border-t border-line px-4 py-3 text-ink-soft">
            {!hasExisting && words.noExisting}{" "}
            {findsCandidates && (
              <Link to={`/candidates?kind=${need.unitKind}&partner=all`} className="text-link">
                {words.toCandidates}
              </Link>
            )}
          </p>
        )}
      </Card>
      {need.mayChange && (
        <Form method="post" className="screen-only flex flex-wrap items-center gap-3">
          <label className="flex min-h-9 items-center gap-2">
            <input type="checkbox" required className="size-4.5" />
            {words.removeSure}
          </label>
          <Button type="submit">{words.remove}</Button>
        </Form>
      )}
    </Page>
  );
}
