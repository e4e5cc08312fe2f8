import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { OrderClockBadge, OrderStateBadge } from "#app/components/order-clock.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { orderPage } from "#app/i18n/order-page.ts";
import { orders } from "#app/i18n/orders.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import { stepOrder } from "#db/commands/case/step-order.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { OrderEventForm } from "#domain/order/order-event.ts";
import { isOpen } from "#domain/order/order-state.ts";
import { readEventFields } from "#domain/order/read-event-fields.ts";
import { loadOrder } from "./load-order.server.ts";
import { OrderFacts } from "./order-facts.tsx";
import { OrderSteps } from "./order-steps.tsx";
import { splitBy } from "./split-by.server.ts";
import { SplitCard } from "./split-card.tsx";
import { TimeLine } from "./time-line.tsx";
import { WorkLog } from "./work-log.tsx";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.order.number ?? "" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const now = new Date();
  const loaded = isId(params.id) ? await loadOrder(context.db, actor, params.id, now) : null;
  if (!loaded) throw problem(404);
  return { locale: localeFrom(request, actor.locale), now: now.toISOString(), ...loaded };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const { id } = params;
  if (!isId(id)) throw problem(404);
  const typed = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  if (typed["intent"] === "split") {
    const refusal = await splitBy(context.db, actor, id, typed, new Date());
    if (refusal === null) return redirect(`/orders/${id}?saved`, 303);
    if (refusal === "notFound") throw problem(404);
    return json({ split: refusal, typed }, { status: refusal === "conflict" ? 409 : 422 });
  }
  const fields = readEventFields(typed);
  const form = OrderEventForm.safeParse({ ...fields, orderId: id });
  if (!form.success) return json({ refusal: "payloadWrong" as const }, { status: 422 });
  const answer = await stepOrder(context.db, actor, form.data, new Date());
  if (answer.ok) return redirect(`/orders/${id}?saved`, 303);
  if (answer.refusal === "notFound") throw problem(404);
  return json({ refusal: answer.refusal }, { status: answer.refusal === "conflict" ? 409 : 422 });
}

/** One order on one page: what was asked, where it stands, what can be done, what has happened. */
export default function OrderPage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [params] = useSearchParams();
  const words = useWords(orderPage);
  const { refusals, priorities } = useWords(orders);
  const { order, now } = data;
  const item = useLocale() === "da" ? order.itemDa : order.itemEn;
  return (
    <Page>
      <PageHead
        title={`${order.number} ${item}`}
        above={
          <Link to="/board" className="text-link">
            {words.back}
          </Link>
        }
        note={order.building}
      />
      {answer && "refusal" in answer && <Notice status="bad">{refusals[answer.refusal]}</Notice>}
      {!answer && params.has("saved") && <Notice status="good">{words.saved}</Notice>}
      <p className="flex flex-wrap items-center gap-2">
        <OrderStateBadge state={order.state} />
        <OrderClockBadge order={order} now={now} />
        <span>{priorities[order.priority]}</span>
        {order.reopened > 0 && <span className="text-attention">{words.reopened(order.reopened)}</span>}
      </p>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={words.asked}>
            <p className="max-w-prose break-words whitespace-pre-line">{order.description || order.text}</p>
          </Card>
          <OrderFacts order={order} />
          <WorkLog order={order} />
          {data.isDispatcher && isOpen(order.state) && (
            <SplitCard {...data.cost} order={order} answer={answer && "split" in answer ? answer : null} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <OrderSteps {...data} />
          <TimeLine events={data.events} />
        </div>
      </div>
    </Page>
  );
}
