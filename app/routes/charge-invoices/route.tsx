import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { charges as area } from "#app/i18n/charges.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { getChargeRun } from "#db/queries/charge/list-charge-runs.ts";
import { getInvoiceIssuer, listRunInvoices } from "#db/queries/charge/list-run-invoices.ts";
import { faultsOf } from "#domain/charge/invoice.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].invoices },
];

/** Who is invoiced in an issued run, and for each the file or what is missing for one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { db } = context;
  const run = isId(params.id) ? await getChargeRun(db, actor, params.id) : null;
  if (!run || run.status !== "issued") throw problem(404);
  const issuer = await getInvoiceIssuer(db, actor);
  const invoices = (await listRunInvoices(db, actor, run.id)).map(
    ({ contractId, number, customer, totalOre }) => ({
      ...{ contractId, number, totalOre, name: customer.name, ean: customer.ean },
      faults: faultsOf({ issuer, customer, totalOre }),
    }),
  );
  return { locale: localeFrom(request, actor.locale), run, invoices };
}

export default function ChargeInvoicesPage() {
  const { run, invoices } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={`${words.invoices}, ${words.name(run.period, run.sequence)}`}
        note={words.invoicesLead}
        above={
          <Link to={`/charges/${run.id}`} className="text-link">
            {words.toRun}
          </Link>
        }
      />
      <Card title={words.invoices} isFlush>
        <DataTable
          caption={words.invoices}
          phone="cards"
          rows={invoices}
          rowKey={({ contractId }) => contractId}
          empty={<p className="text-ink-soft">{words.invoicesNone}</p>}
          columns={[
            {
              ...{ key: "number", header: words.lease },
              cell: ({ contractId, number }) => (
                <Link
                  to={`/charges/${run.id}/leases/${contractId}`}
                  className="text-link inline-block min-h-6"
                >
                  {number}
                </Link>
              ),
            },
            { key: "customer", header: words.customer, cell: ({ name }) => name },
            { key: "ean", header: words.ean, cell: ({ ean }) => ean ?? "–" },
            {
              ...{ key: "total", header: words.total, isNumeric: true },
              cell: ({ totalOre }) => format.ore(totalOre, "ore"),
            },
            {
              ...{ key: "file", header: words.invoiceFile },
              cell: (invoice) => <InvoiceFile runId={run.id} invoice={invoice} />,
            },
          ]}
        />
      </Card>
    </Page>
  );
}

type Listed = { contractId: string; number: string; faults: string[] };

/** The file of an invoice, or what is missing for one. */
function InvoiceFile({ runId, invoice: { contractId, number, faults } }: { runId: string; invoice: Listed }) {
  const words = useWords(area);
  if (faults.length > 0)
    return (
      <span className="text-sm text-ink-soft">
        {faults.map((fault) => words.invoiceFaults[fault]).join(" ")}
      </span>
    );
  return (
    <Link
      to={`/charges/${runId}/invoices/${contractId}`}
      reloadDocument
      aria-label={words.fetch(number)}
      className="text-link inline-block min-h-6"
    >
      {words.fetchShort}
    </Link>
  );
}
