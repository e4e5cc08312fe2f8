import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listChargeRuns } from "#db/queries/charge/list-charge-runs.ts";
import { listLeasesWithoutTerms } from "#db/queries/charge/list-leases-without-terms.ts";
import { chargeMonthOf, nextChargePeriod, parseChargePeriod } from "#domain/charge/charge-period.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { NewRunCard } from "./new-run-card.tsx";
import { loadPreview, makeDraft } from "./preview.server.ts";
import { RunsTable } from "./runs-table.tsx";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

/** The runs, and what `?period=` would come to; without one the month after the newest is proposed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { db } = context;
  const params = new URL(request.url).searchParams;
  const runs = await listChargeRuns(db, actor);
  const newest = runs.find(({ kind }) => kind === "regular");
  const usual = newest
    ? nextChargePeriod(parseChargePeriod(newest.period)!)
    : chargeMonthOf(dayAt(new Date()));
  const asked = params.get("period");
  const period = asked === null ? usual : parseChargePeriod(asked.trim());
  const isPreviewed = asked !== null && mayCharge(actor);
  return {
    ...{ locale: localeFrom(request, actor.locale), runs, mayMake: mayCharge(actor), was: params.get("was") },
    period: asked?.trim() ?? usual.text,
    preview: isPreviewed ? await loadPreview(db, actor, period) : null,
    withoutTerms: isPreviewed && period ? await listLeasesWithoutTerms(db, actor, period) : [],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const form = await request.formData();
  const period = parseChargePeriod(form.get("period"));
  if (!period) return json({ refusal: "period" as const, other: null }, { status: 422 });
  const made = await makeDraft(context.db, actor, period, new Date());
  if (made.ok) return redirect(`/charges/${made.id}?was=${made.was}`, 303);
  return json({ refusal: made.refusal, other: made.other }, { status: 422 });
}

export default function ChargesPage() {
  const { runs, mayMake, was, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const said = !answer && was ? words.was[was] : null;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead}
        tools={
          <>
            <LinkButton to="/charges/reconciliation">{words.reconciliation}</LinkButton>
            {mayMake && <LinkButton to="/charges/issuer">{words.issuer}</LinkButton>}
          </>
        }
      />
      {answer && (
        <Notice status="bad">
          {answer.refusal === "overlaps"
            ? words.refusals.overlaps(answer.other ?? "")
            : words.refusals[answer.refusal]}
        </Notice>
      )}
      {said && <Notice status="good">{said}</Notice>}
      {mayMake && <NewRunCard {...page} />}
      <Card title={words.runs} isFlush>
        <RunsTable runs={runs} />
      </Card>
    </Page>
  );
}
