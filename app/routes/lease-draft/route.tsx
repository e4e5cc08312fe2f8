import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Page, PageHead } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { leases } from "#app/i18n/leases.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { activateDraft } from "#db/commands/lease/activate-draft.ts";
import { putDraftAway, saveDraft } from "#db/commands/lease/save-draft.ts";
import { getDraft } from "#db/queries/lease/get-draft.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import { leaseSteps } from "#domain/lease/lease-step.ts";
import { withStep } from "#domain/lease/new-lease.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CheckStep } from "./check-step.tsx";
import { DocumentsStep } from "./documents-step.tsx";
import { loadDraft, stepOf } from "./load-draft.server.ts";
import { PartiesStep } from "./parties-step.tsx";
import { PremisesStep } from "./premises-step.tsx";
import { RentStep } from "./rent-step.tsx";
import { StepNavigation } from "./step-navigation.tsx";
import { TermsStep } from "./terms-step.tsx";
import { withChosen } from "./with-chosen.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? area[data.locale].draftOf(leases[data.locale].kinds[data.draft.kind]) : "" },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const asked = new URL(request.url).searchParams;
  const page = isId(params.id)
    ? await loadDraft(context.db, actor, params.id, asked, dayAt(new Date()))
    : null;
  if (!page) throw problem(404);
  const faults = (asked.get("faults") ?? "").split(",").filter(Boolean);
  const step = stepOf(asked.get("step"), leaseSteps);
  return { ...page, step, documentFaults: faults, locale: localeFrom(request, actor.locale) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const draft = isId(params.id) ? await getDraft(context.db, actor, params.id) : null;
  if (!draft) throw problem(404);
  const sent = await request.formData();
  const fields = new URLSearchParams();
  for (const [name, value] of sent) if (typeof value === "string") fields.append(name, value);
  const now = new Date();
  const step = stepOf(fields.get("step"), leaseSteps);
  const revision = Number(fields.get("revision"));
  const intent = fields.get("intent") ?? "save";
  if (intent === "away" || intent === "back") {
    const put = await putDraftAway(context.db, actor, draft.id, intent === "away", now);
    if (!put.ok) throw problem(403);
    return redirect(intent === "away" ? "/leases/drafts" : `/leases/drafts/${draft.id}`, 303);
  }
  if (intent === "activate") {
    const made = await activateDraft(context.db, actor, draft.id, revision, now);
    if (made.ok) return redirect(`/leases/${made.value.id}?was=activated`, 303);
    if (made.refusal === "faults") return redirect(`/leases/drafts/${draft.id}?step=check`, 303);
    return json({ refusal: made.refusal }, { status: 422 });
  }
  const typed = withStep(draft.form, step, fields);
  const form = intent === "add" ? withChosen(typed, fields) : typed;
  const saved = await saveDraft(context.db, actor, draft.id, form, revision, now);
  if (!saved.ok) return json({ refusal: saved.refusal }, { status: 422 });
  const next = leaseSteps[leaseSteps.indexOf(step) + 1] ?? "check";
  const stays = intent === "add" || intent === "stay";
  return redirect(`/leases/drafts/${draft.id}?step=${stays ? step : next}`, 303);
}

export default function LeaseDraftPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const { kinds } = useWords(leases);
  const { draft, step } = page;
  return (
    <Page>
      <PageHead
        title={words.draftOf(kinds[draft.kind])}
        note={draft.title || words.untitled}
        above={
          <Link to="/leases/drafts" className="text-link">
            {words.drafts}
          </Link>
        }
        tools={
          draft.contractId === null && (
            <Form method="post">
              <input type="hidden" name="intent" value={draft.isAway ? "back" : "away"} />
              <Button type="submit" look="plain">
                {draft.isAway ? words.restore : words.remove}
              </Button>
            </Form>
          )
        }
      />
      {draft.isAway && <Notice status="attention">{words.away}</Notice>}
      {answer && <Notice status="bad">{words.refusals[answer.refusal]}</Notice>}
      <StepNavigation draft={draft} step={step} faults={page.faults} />
      {step === "parties" && <PartiesStep {...page} />}
      {step === "premises" && <PremisesStep {...page} />}
      {step === "terms" && <TermsStep {...page} />}
      {step === "rent" && <RentStep {...page} />}
      {step === "documents" && <DocumentsStep {...page} />}
      {step === "check" && <CheckStep {...page} />}
    </Page>
  );
}
