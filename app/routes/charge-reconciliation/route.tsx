import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listChargeRuns } from "#db/queries/charge/list-charge-runs.ts";
import { listReconciliation } from "#db/queries/charge/list-reconciliation.ts";
import { chargeMonthOf, parseChargePeriod } from "#domain/charge/charge-period.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { ReconciledBadge } from "./state-badge.tsx";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].reconciliation },
];

/** What does not agree first; what was passed on and not invoiced next. */
const order = ["notCharged", "differs", "notInvoiced", "agrees"];

/** The leases rented from others against their landlords' invoices for `?period=`, else for the newest run that is issued. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { db } = context;
  const runs = await listChargeRuns(db, actor);
  const periods = runs.filter(({ kind, status }) => kind === "regular" && status === "issued");
  const newest = parseChargePeriod(periods[0]?.period) ?? chargeMonthOf(dayAt(new Date()));
  const period = parseChargePeriod(new URL(request.url).searchParams.get("period")) ?? newest;
  const leases = await listReconciliation(db, actor, period);
  leases.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return {
    ...{ locale: localeFrom(request, actor.locale), leases, period: period.text },
    periods: [...new Set([period.text, ...periods.map((run) => run.period)])].sort().reverse(),
  };
}

export default function ReconciliationPage() {
  const { leases, period, periods } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={`${words.reconciliation}, ${period}`}
        note={words.reconciliationLead}
        above={
          <Link to="/charges" className="text-link">
            {words.back}
          </Link>
        }
        tools={
          <Form method="get" className="flex items-end gap-2">
            <SelectField
              key={period}
              {...{ label: words.period, name: "period", defaultValue: period }}
              options={periods.map((value) => ({ value, label: value }))}
            />
            <Button type="submit">{words.filter}</Button>
          </Form>
        }
      />
      <Sums leases={leases} />
      <Card title={words.reconciliation} isFlush>
        <DataTable
          caption={words.reconciliation}
          phone="cards"
          rows={leases}
          rowKey={({ contractId }) => contractId}
          rowTo={({ contractId }) => `/charges/reconciliation/${contractId}?period=${period}`}
          empty={<p className="text-ink-soft">{words.reconciliationNone}</p>}
          columns={[
            { key: "number", header: words.lease, cell: ({ number }) => number },
            { key: "landlord", header: words.landlord, cell: ({ landlord }) => landlord },
            {
              ...{ key: "charged", header: words.passedOn, isNumeric: true },
              cell: ({ chargedOre }) => format.ore(chargedOre, "ore"),
            },
            {
              ...{ key: "invoiced", header: words.invoiced, isNumeric: true },
              cell: ({ invoices, invoicedOre }) =>
                invoices.length === 0 ? "–" : format.ore(invoicedOre, "ore"),
            },
            {
              ...{ key: "difference", header: words.difference, isNumeric: true },
              cell: ({ invoices, differenceOre }) =>
                invoices.length === 0 ? "–" : format.ore(differenceOre, "ore"),
            },
            { key: "state", header: words.state, cell: ({ state }) => <ReconciledBadge state={state} /> },
          ]}
        />
      </Card>
    </Page>
  );
}

type Summed = { chargedOre: number; invoicedOre: number; feeOre: number; state: string };

function Sums({ leases }: { leases: readonly Summed[] }) {
  const words = useWords(area);
  const format = useFormats();
  const sum = (of: (lease: Summed) => number) => leases.reduce((all, lease) => all + of(lease), 0);
  const money = (ore: number) => ({ value: format.ore(ore, "million"), note: format.ore(ore, "ore") });
  const agreeing = leases.filter(({ state }) => state === "agrees").length;
  return (
    <Figures>
      <Figure label={words.passedOn} {...money(sum(({ chargedOre }) => chargedOre))} />
      <Figure label={words.invoiced} {...money(sum(({ invoicedOre }) => invoicedOre))} />
      <Figure label={words.fee} {...money(sum(({ feeOre }) => feeOre))} />
      <Figure
        label={words.state}
        value={words.agreesCount(format.number(agreeing), format.number(leases.length))}
      />
    </Figures>
  );
}
