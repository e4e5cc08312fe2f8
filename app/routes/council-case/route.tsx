import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { EventLine } from "#app/components/event-line.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { benefits as benefitWords } from "#app/i18n/benefits.ts";
import { problem } from "#app/http/problem.ts";
import { council as area } from "#app/i18n/council.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listBenefits, type BenefitRow } from "#db/queries/benefit/list-benefits.ts";
import { readForCouncil } from "#db/queries/council/read-frozen.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import { getCouncilCase, type CouncilCase } from "#db/queries/council/get-council-case.ts";
import { listCouncilMeetings, listPools } from "#db/queries/council/list-council.ts";
import { listAdministrations } from "#db/queries/staged/list-administrations.ts";
import { listTradeAgreements } from "#db/queries/trade/list-agreements.ts";
import { councilEvents, statusAfter, type CouncilEvent } from "#domain/council/council-step.ts";
import { changedParts } from "#domain/council/frozen-inputs.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { BenefitTable } from "../benefits/benefit-table.tsx";
import { StatusBadge } from "../colocation/status-badge.tsx";
import { act } from "./act.server.ts";
import { AddBenefit } from "./add-benefit.tsx";
import { councilEconomy, submissionShownTo } from "./council-economy.server.ts";
import { DeedsCard } from "./deeds-card.tsx";
import { EconomyCard } from "./economy-card.tsx";
import { SubmissionCard } from "./submission-card.tsx";
import { TradesCard } from "./trades-card.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.found.name ?? area.da.title }];

type Asked = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

async function askedFor({ request, context, params }: Asked) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const found = isId(params.caseId) ? await getCouncilCase(context.db, actor, params.caseId) : null;
  if (!found) throw problem(404);
  return { actor, found };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, found } = await askedFor(asked);
  const { db } = asked.context;
  const today = dayAt(new Date());
  const parts = await councilPartsOf(db, actor, today);
  const can = Object.fromEntries(
    councilEvents.map((event) => [event, statusAfter(found.status, event, parts) !== null]),
  ) as Record<CouncilEvent, boolean>;
  const now =
    found.status === "submitted" || can.submitted ? await readForCouncil(db, actor, found.id, today) : null;
  const isPlanner = parts.includes("planner");
  return {
    ...{ locale: localeFrom(asked.request, actor.locale), can, isPlanner, year: yearOf(today) },
    found: { ...found, submission: found.submission && submissionShownTo(actor, parts, found.submission) },
    money: found.submission && councilEconomy(actor, parts, found.submission),
    changed:
      found.status === "submitted" && found.submission && now
        ? changedParts(found.submission.inputs, now)
        : [],
    scenarios: (now?.scenarios ?? [])
      .filter((one) => !one.isBase)
      .map(({ id, name }) => ({ value: id, label: name })),
    meetings: (await listCouncilMeetings(db, actor)).filter((one) => one.heldOn >= today),
    pools: can.funded
      ? (await listPools(db, actor)).map(({ id, name, balanceOre }) => ({ id, name, balanceOre }))
      : [],
    lines: await listBenefits(db, actor, { caseId: found.id }),
    administrations: isPlanner ? await listAdministrations(db, actor) : [],
    agreements: isPlanner
      ? (await listTradeAgreements(db, actor)).items.map(
          ({ id, sellerName, buyerName, description, serviceCode }) => ({
            value: id,
            label: `${sellerName} → ${buyerName}: ${description || serviceCode}`,
          }),
        )
      : [],
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, found } = await askedFor(asked);
  const typed = Object.fromEntries(await asked.request.formData()) as Record<string, string>;
  const answer = await act(asked.context.db, actor, found, typed);
  return answer ? json(answer, 422) : redirect(`/council/cases/${found.id}`, 303);
}

export default function CouncilCasePage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const { faults, title } = useWords(benefitWords);
  const found = data.found as unknown as CouncilCase;
  const lines = data.lines as unknown as BenefitRow[];
  const refusals: Record<string, string> = words.refusals;
  const errors = [
    ...(answer?.refusal ? [{ message: refusals[answer.refusal] ?? words.refusals.form }] : []),
    ...(answer?.faults ?? []).map((fault) => ({ message: faults[fault] ?? fault })),
  ];
  return (
    <Page>
      <PageHead
        title={`${found.number} ${found.name}`}
        note={found.purpose}
        above={
          <Link to="/council" className="text-link">
            {words.page.back}
          </Link>
        }
        tools={
          <>
            <StatusBadge status={found.status} />
            <Link to={`/colocation/${found.id}`} className="text-link">
              {words.page.toCase}
            </Link>
          </>
        }
      />
      <FormErrors errors={errors} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {found.submission && (
            <SubmissionCard found={found} submission={found.submission} changed={data.changed} />
          )}
          {data.money && <EconomyCard {...data.money} />}
          <BenefitTable lines={lines} year={data.year} title={title} />
          {data.isPlanner && (
            <AddBenefit {...{ answer, administrations: data.administrations, year: data.year }} />
          )}
          <TradesCard trades={found.trades} agreements={data.agreements} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <DeedsCard {...{ ...data, found, answer }} />
          <EventLine
            title={words.page.timeLine}
            events={found.events.map((one) => ({ ...one, title: words.events[one.event] }))}
          />
        </div>
      </div>
    </Page>
  );
}
