import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { charges as area } from "#app/i18n/charges.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listReconciliation } from "#db/queries/charge/list-reconciliation.ts";
import { parseChargePeriod } from "#domain/charge/charge-period.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import type { ReconciledLine } from "#domain/charge/reconcile.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { useLineName } from "../charge-lease/lines-card.tsx";
import { ReconciledBadge } from "../charge-reconciliation/state-badge.tsx";
import { InvoicesCard, RecordCard } from "./forms.tsx";
import { changeReconciliation } from "./change-reconciliation.server.ts";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.lease.number ?? "" }];

const periodOf = (request: Request) => parseChargePeriod(new URL(request.url).searchParams.get("period"));

/** One lease rented from others in `?period=`: what was passed on and what was invoiced, line by line. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const period = periodOf(request);
  const { contractId } = params;
  const [lease] =
    period && isId(contractId) ? await listReconciliation(context.db, actor, period, contractId) : [];
  if (!period || !lease) throw problem(404);
  return {
    ...{ locale: localeFrom(request, actor.locale), lease, period: period.text },
    ...{ mayChange: mayCharge(actor), today: dayAt(new Date()) },
    was: new URL(request.url).searchParams.get("was"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const period = periodOf(request);
  const { contractId } = params;
  if (!period || !isId(contractId)) throw problem(404);
  const typed = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const answer = await changeReconciliation(context.db, actor, { contractId, period }, typed, new Date());
  if (answer.ok)
    return redirect(`/charges/reconciliation/${contractId}?period=${period.text}&was=${answer.was}`, 303);
  return json({ intent: typed.intent ?? "", faults: answer.faults, typed }, { status: 422 });
}

export default function ReconciledLeasePage() {
  const { lease, period, mayChange, was, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const said = was === "recorded" ? words.recorded : was === "settled" ? words.settledDone : null;
  return (
    <Page>
      <PageHead
        title={words.leaseTitle(lease.number, period)}
        note={[lease.landlord, lease.administration].filter(Boolean).join(" · ")}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <Link to={`/charges/reconciliation?period=${period}`} className="text-link">
              {words.toReconciliation}
            </Link>
            <ReconciledBadge state={lease.state} />
          </span>
        }
      />
      <FormErrors
        errors={(answer?.faults ?? []).map(({ message }) => ({
          message: words.invoiceFormFaults[message] ?? message,
        }))}
      />
      {said && !answer && <Notice status="good">{said}</Notice>}
      <SidesCard lines={lease.lines} />
      <InvoicesCard
        invoices={lease.invoices}
        mayChange={mayChange}
        isDiffering={lease.state === "differs" || lease.state === "notCharged"}
      />
      {mayChange && <RecordCard answer={answer} today={today} />}
    </Page>
  );
}

/** What was passed on beside what was invoiced, line by line. */
function SidesCard({ lines }: { lines: ReconciledLine[] }) {
  const words = useWords(area);
  const format = useFormats();
  const nameOf = useLineName();
  return (
    <Card title={words.lines} isFlush>
      <DataTable
        caption={words.lines}
        phone="cards"
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: "line", header: words.line, cell: ({ key }) => nameOf(key) },
          {
            ...{ key: "charged", header: words.passedOn, isNumeric: true },
            cell: ({ chargedOre }) => format.ore(chargedOre, "ore"),
          },
          {
            ...{ key: "invoiced", header: words.invoiced, isNumeric: true },
            cell: ({ invoicedOre }) => format.ore(invoicedOre, "ore"),
          },
          {
            ...{ key: "difference", header: words.difference, isNumeric: true },
            cell: ({ differenceOre }) => format.ore(differenceOre, "ore"),
          },
        ]}
      />
    </Card>
  );
}
