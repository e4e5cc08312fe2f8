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
import { trade as area } from "#app/i18n/trade.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import { getTradeAgreement, type TradeAgreement } from "#db/queries/trade/list-agreements.ts";
import { listAgreementLines, listDeliveries } from "#db/queries/trade/list-deliveries.ts";
import { listTradeServices, type ServiceChoice } from "#db/queries/trade/list-trade-services.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { agreementIntents, changeAgreement } from "./change-agreement.server.ts";
import { DeliveriesCard } from "./deliveries-card.tsx";
import { DraftCard } from "./draft-card.tsx";
import { EndCard } from "./end-card.tsx";
import { LinesCard } from "./lines-card.tsx";
import type { Refused } from "./refused.ts";
import { TermsCard } from "./terms-card.tsx";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const noServices: ServiceChoice[] = [];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const { db } = context;
  const id = params.agreementId;
  const agreement = isId(id) ? await getTradeAgreement(db, actor, id) : null;
  if (!agreement) throw problem(404);
  const isDraft = agreement.state === "draft";
  const [deliveries, lines, services] = await Promise.all([
    listDeliveries(db, actor, agreement.id),
    listAgreementLines(db, actor, agreement.id),
    isDraft && agreement.mayWrite ? listTradeServices(db, actor.organisationId) : noServices,
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), agreement, deliveries, lines, services },
    ...{ mayCorrect: may(actor, "services", "write"), today: dayAt(new Date()) },
    was: new URL(request.url).searchParams.get("was"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const id = params.agreementId;
  if (!isId(id)) throw problem(404);
  const typed = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const intent = agreementIntents.find((known) => known === typed.intent) ?? null;
  const refuse = (refusal: string | null, faults: string[]) =>
    json({ intent, refusal, faults, typed }, { status: 422 });
  if (!intent) return refuse("form", []);
  const change = await changeAgreement(intent, { db: context.db, actor, id, typed, now: new Date() });
  if (!change.ok) return refuse(change.refusal, change.faults);
  return redirect(`${intent === "drop" ? "/trade" : `/trade/${id}`}?was=${change.was}`, 303);
}

export default function Agreement() {
  const {
    agreement: found,
    deliveries,
    lines,
    services,
    mayCorrect,
    today,
    was,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as (Refused & { refusal: string | null }) | undefined;
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  const agreement = found as TradeAgreement;
  const { state, mayWrite } = agreement;
  const said = !answer && was ? words.was[was] : null;
  const errors = [
    ...(answer?.refusal ? [{ message: words.faults[answer.refusal] ?? answer.refusal }] : []),
    ...(answer?.faults ?? []).map((field) => ({ message: words.fieldFaults[field] ?? field })),
  ];
  return (
    <Page>
      <PageHead
        title={words.agreement.title(isDanish ? agreement.serviceNameDa : agreement.serviceNameEn)}
        note={`${agreement.sellerName} → ${agreement.buyerName}`}
        above={
          <Link to="/trade" className="text-link">
            {words.backToAll}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      {said && <Notice status="good">{said}</Notice>}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <TermsCard agreement={agreement} />
        {state === "draft" && mayWrite && <DraftCard {...{ agreement, services, answer }} />}
        {state !== "draft" && <DeliveriesCard {...{ agreement, deliveries, today, answer }} />}
        {state !== "draft" && <LinesCard {...{ lines, mayCorrect, answer }} />}
        {state !== "draft" && mayWrite && <EndCard {...{ agreement, today }} />}
      </div>
    </Page>
  );
}
