import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { problem } from "#app/http/problem.ts";
import { charges as area } from "#app/i18n/charges.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { setInvoiceIssuer } from "#db/commands/charge/set-invoice-issuer.ts";
import { getInvoiceIssuer } from "#db/queries/charge/list-run-invoices.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import { issuerFields } from "#domain/charge/invoice.ts";
import { IssuerForm } from "#domain/charge/issuer-form.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "write" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].issuer }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  if (!mayCharge(actor)) throw problem(404);
  return {
    ...{ locale: localeFrom(request, actor.locale), issuer: await getInvoiceIssuer(context.db, actor) },
    was: new URL(request.url).searchParams.get("was"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const fields = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const form = IssuerForm.safeParse(fields);
  if (!form.success) {
    const faults = form.error.issues.map(({ path }) => String(path[0]));
    return json({ faults, typed: fields, refusal: null }, { status: 422 });
  }
  const saved = await setInvoiceIssuer(context.db, actor, form.data);
  if (saved.ok) return redirect("/charges/issuer?was=saved", 303);
  return json({ faults: [] as string[], typed: fields, refusal: saved.refusal }, { status: 422 });
}

export default function ChargeIssuerPage() {
  const { issuer, was } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const errors = [
    ...(answer?.refusal ? [{ message: words.refusals[answer.refusal] }] : []),
    ...(answer?.faults ?? []).map((fault) => ({
      fieldId: fault,
      message: words.issuerFaults[fault] ?? fault,
    })),
  ];
  const typed: Record<string, string> = answer?.typed ?? {};
  return (
    <Page>
      <PageHead
        title={words.issuer}
        note={words.issuerLead}
        above={
          <Link to="/charges" className="text-link">
            {words.back}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      {was && !answer && <Notice status="good">{words.issuerSaved}</Notice>}
      <Card>
        <Form method="post" className="grid max-w-2xl gap-4 sm:grid-cols-2">
          {issuerFields.map((field) => (
            <TextField
              key={field}
              {...{ id: field, name: field, label: words.issuerFields[field]! }}
              defaultValue={typed[field] ?? issuer?.[field] ?? ""}
              errors={answer?.faults.includes(field) ? [words.issuerFaults[field] ?? field] : null}
            />
          ))}
          <div className="sm:col-span-2">
            <Button type="submit" look="primary">
              {words.save}
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
