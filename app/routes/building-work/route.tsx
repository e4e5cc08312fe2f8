import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import { getWork, type WorkFile } from "#db/queries/works/get-work.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { isId, newId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { isOpenWork } from "#domain/works/works-search.ts";
import { WorkStateBadge } from "../works/works-table.tsx";
import { changeWorkBy, type WorkAnswer } from "./change-work.server.ts";
import { EvidenceCard } from "./evidence-card.tsx";
import { DropCard, FinishCard } from "./finish-card.tsx";
import { FactsCard, PlansCard, RenewedCard } from "./facts-card.tsx";
import { LinesCard } from "./lines-card.tsx";
import { MoneyCard } from "./money-card.tsx";
import { OrderCard } from "./order-card.tsx";

export const handle: RouteHandle = {
  needs: { area: "surveys", right: "read" },
  needsToChange: { area: "surveys", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.work.number} ${data.work.title}` : "" },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const today = dayAt(new Date());
  const work = isId(params.id) ? await getWork(context.db, actor, params.id, today) : null;
  if (!work) throw problem(404);
  const saved = new URL(request.url).searchParams.get("saved");
  // The same form sent twice is one order.
  const key = newId();
  return {
    ...{ work, today, saved, key, locale: localeFrom(request, actor.locale) },
    mayOrder: may(actor, "cases", "write"),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  const { id } = params;
  if (!isId(id)) throw problem(404);
  const form = await request.formData();
  const answer = await changeWorkBy(context.db, actor, id, form, new Date());
  if (!answer) return redirect(`/works/${id}?saved=${String(form.get("intent"))}`, 303);
  if (answer.refusal === "notFound") throw problem(404);
  return json<WorkAnswer>(answer, { status: answer.refusal === "conflict" ? 409 : 422 });
}

/** One work on one page: what it is made of, when, what it costs, who does it, and what shows that it is needed. */
export default function WorkPage() {
  const { work: found, today, saved, key, mayOrder } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as WorkAnswer | undefined;
  const words = useWords(area);
  const work = found as WorkFile;
  const isOpen = isOpenWork(work.state);
  const mayChange = work.mayWrite && isOpen;
  const errors = [
    ...(answer?.refusal ? [{ message: words.faults[answer.refusal] ?? answer.refusal }] : []),
    ...(answer?.faults ?? []).map((field) => ({ message: words.fields[field] ?? field })),
  ];
  return (
    <Page>
      <PageHead
        title={`${work.number} ${work.title}`}
        note={`${work.buildingName} · ${work.address}`}
        above={
          <Link to="/works" className="text-link">
            {words.back}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      {!answer && saved && words.saved[saved] && <Notice status="good">{words.saved[saved]}</Notice>}
      <p>
        <WorkStateBadge state={work.state} />
      </p>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          {isOpen && <LinesCard work={work} />}
          <RenewedCard work={work} />
          <EvidenceCard {...{ work, answer }} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <FactsCard work={work} />
          <PlansCard work={work} />
          <MoneyCard {...{ work, answer }} />
          {work.state !== "dropped" && (
            <OrderCard {...{ work, answer }} mayOrder={mayChange && mayOrder} orderKey={key} />
          )}
          {mayChange && <FinishCard {...{ work, answer, today }} />}
          {mayChange && <DropCard {...{ work, answer }} />}
        </div>
      </div>
    </Page>
  );
}
