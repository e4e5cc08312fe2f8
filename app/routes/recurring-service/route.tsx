import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Badge } from "#app/components/badge.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { recurring as area } from "#app/i18n/recurring.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import {
  leaveOut,
  stopRecurring,
  type ChangeRecurringRefusal,
} from "#db/commands/recurring/change-recurring.ts";
import { getRecurring } from "#db/queries/recurring/list-recurring.ts";
import { dayAt, parseDay } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { nameIn } from "../catalogue/service-text.ts";
import { nextDays } from "../recurring/next-days.ts";
import { whenText } from "../recurring/recurring-text.ts";
import { NextCard } from "./next-card.tsx";
import { RecurringFacts } from "./recurring-facts.tsx";
import { StopCard } from "./stop-card.tsx";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? nameIn(data.row, data.locale) : area.da.title },
];

const shownDays = 12;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const today = dayAt(new Date());
  const row = isId(params.id) ? await getRecurring(context.db, actor, params.id, today) : null;
  if (!row) throw problem(404);
  const was = new URL(request.url).searchParams.get("was");
  return { locale: localeFrom(request, actor.locale), row, was, next: nextDays(row, today, shownDays) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  if (!isId(params.id)) throw problem(404);
  const form = await request.formData();
  const now = new Date();
  const day = parseDay(String(form.get("leaveOut") ?? form.get("takeIn") ?? ""));
  const wrong = (refusal: ChangeRecurringRefusal | null) => json({ refusal }, 422);
  const isStop = form.get("intent") === "stop";
  if (!isStop && day === null) return wrong(null);
  const result =
    isStop || day === null
      ? await stopRecurring(context.db, actor, params.id, now)
      : await leaveOut(context.db, actor, params.id, { day, isOut: form.has("leaveOut") }, now);
  if (result.ok) return redirect(`/recurring/${params.id}?was=saved`, 303);
  if (result.refusal === "notFound") throw problem(404);
  return wrong(result.refusal);
}

export default function RecurringService() {
  const { row, was, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const locale = useLocale();
  const mayChange = row.mayChange && !row.isStopped;
  return (
    <Page>
      <PageHead
        title={nameIn(row, locale)}
        above={<Link to="/recurring">{words.title}</Link>}
        note={`${row.unitName} · ${row.buildingName} · ${whenText(row, words)}`}
      />
      {answer?.refusal && <FormErrors errors={[{ message: words.page.refusals[answer.refusal] }]} />}
      {!answer && was === "made" && <Notice status="good">{words.page.made}</Notice>}
      {!answer && was === "saved" && <Notice status="good">{words.page.saved}</Notice>}
      {row.isStopped && (
        <p>
          <Badge>{words.stopped}</Badge>
        </p>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={words.page.facts}>
          <RecurringFacts row={row} />
        </Card>
        <NextCard row={row} next={next} mayChange={mayChange} />
        {mayChange && <StopCard />}
      </div>
    </Page>
  );
}
