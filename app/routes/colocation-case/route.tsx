import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { colocation as area } from "#app/i18n/colocation.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { proposal } from "#app/i18n/proposal.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { addComment } from "#db/commands/colocation/add-comment.ts";
import { listComments } from "#db/queries/colocation/list-comments.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { may } from "#domain/access.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import { compareScenarios } from "#domain/colocation/compare-scenarios.ts";
import { inputsShownTo, shownTo } from "#domain/colocation/shown-to.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CaseHead } from "./case-head.tsx";
import { CasePlaces } from "./case-places.tsx";
import { CommentsCard } from "./comments-card.tsx";
import { CompareCard } from "./compare-card.tsx";
import { PremisesCard, UnitsCard } from "./parts-cards.tsx";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.inputs.case.name ?? area[data?.locale ?? "da"].title },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { id } = params;
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  return {
    ...{ locale: localeFrom(request, actor.locale), inputs: inputsShownTo(actor, inputs) },
    compared: compareScenarios(inputs).map((one) => ({
      ...one,
      economy: shownTo(actor, inputs, one.economy),
    })),
    comments: await listComments(context.db, actor, inputs.case.id),
    mayComment: may(actor, "colocation", "write"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const { id } = params;
  if (!isId(id)) throw problem(404);
  const words = String((await request.formData()).get("words") ?? "");
  const said = await addComment(context.db, actor, id, words, new Date());
  if (!said.ok && said.refusal === "notFound") throw problem(404);
  return said.ok ? redirect(`/colocation/${id}`, 303) : json({ words }, { status: 422 });
}

export default function ColocationCase() {
  const { compared, comments, mayComment, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const inputs = data.inputs as CaseInputs;
  const words = useWords(proposal);
  return (
    <Page>
      <CaseHead head={inputs.case} />
      <CasePlaces id={inputs.case.id} />
      <Link to="proposal" className="text-link">
        {words.link}
      </Link>
      <CompareCard caseId={inputs.case.id} compared={compared} />
      <UnitsCard units={inputs.units} />
      <PremisesCard premises={inputs.premises} />
      <CommentsCard {...{ comments, mayComment }} refused={answer?.words ?? null} />
    </Page>
  );
}
