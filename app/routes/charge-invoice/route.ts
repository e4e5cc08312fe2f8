import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { charges as area } from "#app/i18n/charges.ts";
import { rent } from "#app/i18n/rent.ts";
import { getChargeRun } from "#db/queries/charge/list-charge-runs.ts";
import { getInvoiceIssuer, listRunInvoices } from "#db/queries/charge/list-run-invoices.ts";
import { isCvr } from "#domain/charge/gln.ts";
import { dueOn, faultsOf, invoiceNumber } from "#domain/charge/invoice.ts";
import { addDays, dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { oioublInvoice } from "./oioubl-invoice.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

/** The invoice of one lease in an issued run, as an OIOUBL file; what is missing for one is said. Invoices are in Danish. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { db } = context;
  const { id, contractId } = params;
  const run = isId(id) ? await getChargeRun(db, actor, id) : null;
  const [invoice] = run && isId(contractId) ? await listRunInvoices(db, actor, run.id, contractId) : [];
  if (!run?.issuedAt || !invoice) throw problem(404);
  const issuer = await getInvoiceIssuer(db, actor);
  const { customer, totalOre, number } = invoice;
  const faults = faultsOf({ issuer, customer, totalOre });
  if (!issuer || !customer.ean || !customer.address || faults.length > 0)
    throw problem(422, {
      detail: "The invoice cannot be made.",
      errors: faults.map((fault) => ({ field: fault, message: area.en.invoiceFaults[fault] ?? fault })),
    });
  const issuedOn = dayAt(new Date(run.issuedAt));
  const name = invoiceNumber(run.period, run.sequence, number);
  const xml = oioublInvoice(
    {
      // A correction names the invoice of the run itself: that is what the tenant has had.
      corrects: run.sequence > 0 ? invoiceNumber(run.period, 0, number) : null,
      ...{ number: name, issuedOn, dueOn: dueOn(issuedOn, issuer.paymentDays), leaseNumber: number },
      ...{ from: run.periodFrom, lastDay: addDays(run.periodTo, -1), issuer, totalOre },
      // What is no business number is left out: the location number is what the invoice is sent to.
      customer: { ...customer, cvr: isCvr(customer.cvr) ? customer.cvr : null },
      lines: invoice.lines.map(({ key, amountOre }) => ({
        ...{ text: rent.da.lines[key] ?? area.da.fee, amountOre },
      })),
    },
    customer.ean,
    customer.address,
  );
  return new Response(xml, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.xml"`,
      "Cache-Control": "private, no-store",
    },
  });
}
