import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MapPinned } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { candidates as area } from "#app/i18n/candidates.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RouteHandle } from "#domain/needs.ts";
import { buildCase } from "./build-case.server.ts";
import { CandidateList } from "./candidate-list.tsx";
import { CandidateFilter } from "./filter-form.tsx";
import { GroupList } from "./group-list.tsx";
import { loadCandidates } from "./load-candidates.server.ts";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export const loader = ({ request, context }: LoaderFunctionArgs) => loadCandidates(request, context);

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const locale = localeFrom(request, actor.locale);
  const made = await buildCase(context.db, actor, await request.formData(), locale, new Date());
  if (!made.ok) return json({ refusal: made.refusal }, { status: 422 });
  return redirect(`/colocation/${made.value}/edit`, 303);
}

export default function Candidates() {
  const { on, query, pair, names, total, units, buildKey, rows, groups } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead(format.number(total), format.number(units), format.day(on))}
        tools={
          rows.length > 0 && (
            <LinkButton to={`/candidates/map?${query}`} icon={MapPinned}>
              {words.map}
            </LinkButton>
          )
        }
      />
      <FormErrors errors={answer ? [{ message: words[answer.refusal] }] : []} />
      <CandidateFilter query={query} names={names} />
      {rows.length === 0 ? (
        <Card>
          <EmptyState title={words.none}>{words.noneHint}</EmptyState>
        </Card>
      ) : (
        <>
          <CandidateList {...{ rows, query, buildKey }} shown={pair} />
          {groups.length > 0 && <GroupList groups={groups} buildKey={buildKey} />}
        </>
      )}
    </Page>
  );
}
