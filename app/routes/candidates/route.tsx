import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { candidates as area } from "#app/i18n/candidates.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { readCandidatePlaces } from "#db/queries/colocation/read-candidate-places.ts";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { writesAll } from "#domain/access.ts";
import { rowOfCandidate, rowOfGroup } from "#domain/colocation/candidates/candidate-rows.ts";
import { readCandidateSearch } from "#domain/colocation/candidates/candidate-search.ts";
import { searchCandidates } from "#domain/colocation/candidates/search-candidates.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { buildCase } from "./build-case.server.ts";
import { CandidateList } from "./candidate-list.tsx";
import { CandidateMap } from "./candidate-map.tsx";
import { CandidateFilter } from "./filter-form.tsx";
import { GroupList } from "./group-list.tsx";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const params = new URL(request.url).searchParams;
  const pair = params.get("pair");
  params.delete("pair");
  for (const [name, value] of [...params]) if (!value) params.delete(name);
  const on = dayAt(new Date());
  const [places, { administrations, districts }] = await Promise.all([
    readCandidatePlaces(context.db, actor, on),
    listFilterNames(context.db, actor, on),
  ]);
  const found = searchCandidates(places, readCandidateSearch(params));
  return {
    ...{ locale: localeFrom(request, actor.locale), on, query: params.toString(), pair },
    ...{ names: { administrations, districts }, tiles: context.basemap },
    ...{ total: found.total, units: found.units, mayBuild: writesAll(actor, "colocation") },
    rows: found.items.map(rowOfCandidate),
    groups: found.groups.map(rowOfGroup),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const locale = localeFrom(request, actor.locale);
  const made = await buildCase(context.db, actor, await request.formData(), locale, new Date());
  if (!made.ok) return json({ refusal: made.refusal }, { status: 422 });
  return redirect(`/colocation/${made.value}/edit`, 303);
}

export default function Candidates() {
  const { on, query, pair, names, tiles, total, units, mayBuild, rows, groups } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  const shown = rows.find(({ key }) => key === pair) ?? null;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead(format.number(total), format.number(units), format.day(on))}
      />
      <FormErrors errors={answer ? [{ message: words[answer.refusal] }] : []} />
      <CandidateFilter query={query} names={names} />
      {rows.length === 0 ? (
        <Card>
          <EmptyState title={words.none}>{words.noneHint}</EmptyState>
        </Card>
      ) : (
        <>
          <CandidateMap {...{ rows, shown, query, on, tiles }} />
          <CandidateList {...{ rows, query, mayBuild }} shown={shown?.key ?? null} />
          {groups.length > 0 && <GroupList groups={groups} mayBuild={mayBuild} />}
        </>
      )}
    </Page>
  );
}
