import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { leases } from "#app/i18n/leases.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { beginDraft } from "#db/commands/lease/save-draft.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import { leaseKinds } from "#domain/lease/lease-search.ts";
import { newLease } from "#domain/lease/new-lease.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].newTitle },
];

/** The landlord of the city's own leases, and the tenant of those it rents. */
const city = "Københavns Ejendomme";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  // Whoever hands leases over reads the drafts; only who keeps leases begins one.
  if (!keepsLeases(actor)) throw redirect("/leases/drafts");
  return { locale: localeFrom(request, actor.locale) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const form = await request.formData();
  const chosen = leaseKinds.find((one) => one === form.get("kind"));
  if (!chosen) throw problem(422, { detail: "kind is one of internal, thirdPartyIn, thirdPartyOut" });
  const begun = await beginDraft(context.db, actor, newLease(chosen, city), new Date());
  if (!begun.ok) throw problem(403);
  return redirect(`/leases/drafts/${begun.value}`, 303);
}

export default function NewLease() {
  const words = useWords(area);
  const { kinds } = useWords(leases);
  return (
    <Page>
      <PageHead
        title={words.newTitle}
        note={words.newNote}
        above={
          <Link to="/leases/drafts" className="text-link">
            {words.drafts}
          </Link>
        }
      />
      <Card title={words.whichKind}>
        <Form method="post" className="flex flex-col items-start gap-4">
          <fieldset className="flex flex-col gap-3">
            <legend className="sr-only">{words.whichKind}</legend>
            {leaseKinds.map((kind, index) => (
              <div key={kind} className="flex items-start gap-3">
                <input
                  {...{
                    type: "radio",
                    name: "kind",
                    value: kind,
                    id: `kind-${kind}`,
                    defaultChecked: index === 0,
                  }}
                  className="mt-1.5"
                />
                <label htmlFor={`kind-${kind}`}>
                  <span className="font-semibold">{kinds[kind]}</span>
                  <span className="block text-sm text-ink-soft">{words.kindHints[kind]}</span>
                </label>
              </div>
            ))}
          </fieldset>
          <Button type="submit" look="primary">
            {words.begin}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
