import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page } from "#app/components/card.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { proposal as area } from "#app/i18n/proposal.ts";
import { getProposal } from "#db/queries/colocation/get-proposal.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { writesAll } from "#domain/access.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CaseHead } from "../colocation-case/case-head.tsx";
import { answerProposalForm, type ProposalAnswer } from "./answer-form.server.ts";
import { ProposalCard } from "./proposal-card.tsx";
import { WhyNotCard } from "./why-not-card.tsx";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, params: { id }, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  return {
    locale: localeFrom(request, actor.locale),
    inputs,
    proposal: await getProposal(context.db, actor, inputs.case.id),
    mayAsk: writesAll(actor, "colocation") && ["draft", "returned"].includes(inputs.case.status),
  };
}

export async function action({ request, params: { id }, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  const answer = await answerProposalForm({ context, actor, inputs, fields: await request.formData() });
  if (answer.kind === "started") return redirect(`/colocation/${inputs.case.id}/proposal`);
  return json(answer, { status: answer.kind === "wrong" ? 422 : 200 });
}

export default function ColocationProposal() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as ProposalAnswer | undefined;
  const inputs = data.inputs as CaseInputs;
  return (
    <Page>
      <CaseHead head={inputs.case} />
      <ProposalCard inputs={inputs} proposal={data.proposal} mayAsk={data.mayAsk} answer={answer} />
      {data.mayAsk && <WhyNotCard inputs={inputs} answer={answer} bestOre={data.proposal?.bestOre ?? null} />}
    </Page>
  );
}
