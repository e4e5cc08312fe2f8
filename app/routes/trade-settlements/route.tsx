import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { trade as area } from "#app/i18n/trade.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { settleMonth } from "#db/commands/trade/settle-month.ts";
import { getSettledLines, listSettledMonths } from "#db/queries/trade/list-settlements.ts";
import { nameTraders } from "#db/queries/trade/name-traders.ts";
import { getSettlementFacts } from "#db/queries/trade/settlement-facts.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { isMonth, monthBefore, monthOf } from "#domain/trade/month.ts";
import { settlementLines } from "#domain/trade/settlement.ts";
import { LinesTable } from "./lines-table.tsx";
import { SettledMonths } from "./settled-months.tsx";

export const handle: RouteHandle = { needs: { area: "services", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].settlements.title },
];

const mostLinesShown = 500;

/** A month as it stands settled, or as it would be: `?month=2026-10`, else the month that ended last. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  const { db } = context;
  const params = new URL(request.url).searchParams;
  const thisMonth = monthOf(dayAt(new Date()));
  const asked = params.get("month");
  const month = isMonth(asked) ? asked : monthBefore(thisMonth);
  const { organisationId } = actor;
  const settled = await getSettledLines(db, organisationId, month);
  const facts = settled ? null : await getSettlementFacts(db, organisationId, month);
  const lines = settled ?? settlementLines(month, facts!.agreements, facts!.deliveries, facts!.corrections);
  const shown = lines.slice(0, mostLinesShown);
  return {
    locale: localeFrom(request, actor.locale),
    ...{ month, isSettled: settled !== null, isOver: month < thisMonth, was: params.get("was") },
    ...{ shown, total: lines.length, sumOre: lines.reduce((sum, { amountOre }) => sum + amountOre, 0) },
    turnoverOre: lines.reduce((sum, { amountOre }) => sum + Math.max(0, amountOre), 0),
    names: await nameTraders(
      db,
      organisationId,
      shown.map(({ agreementId }) => agreementId),
    ),
    months: await listSettledMonths(db, actor),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  const form = await request.formData();
  const month = String(form.get("month") ?? "");
  if (form.get("intent") !== "settle" || !isMonth(month)) return json({ refusal: "form" }, { status: 422 });
  const settled = await settleMonth(context.db, actor, month, new Date());
  if (!settled.ok) return json({ refusal: settled.refusal }, { status: 422 });
  const was = settled.value.isRepeated ? "repeated" : "settled";
  return redirect(`/trade/settlements?month=${month}&was=${was}`, 303);
}

export default function Settlements() {
  const { month, months, was, ...settlement } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const say = words.settlements;
  const said = !answer && was ? words.was[was] : null;
  return (
    <Page>
      <PageHead
        title={say.title}
        note={say.lead}
        above={
          <Link to="/trade" className="text-link">
            {words.backToAll}
          </Link>
        }
      />
      {answer && <Notice status="bad">{words.faults[answer.refusal] ?? answer.refusal}</Notice>}
      {said && <Notice status="good">{said}</Notice>}
      <Card>
        <Form method="get" className="flex items-end gap-2">
          <TextField
            key={month}
            {...{ label: say.month, name: "month", type: "month", defaultValue: month }}
          />
          <Button type="submit">{say.show}</Button>
        </Form>
      </Card>
      <LinesTable {...{ month, settlement }} />
      <SettledMonths months={months} />
    </Page>
  );
}
