import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { recurring as area } from "#app/i18n/recurring.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { createRecurring } from "#db/commands/recurring/create-recurring.ts";
import { listServices } from "#db/queries/catalogue/list-services.ts";
import { listUnitPlaces } from "#db/queries/recurring/list-unit-places.ts";
import { isOrderable } from "#domain/catalogue/service.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { RecurringForm } from "#domain/recurring/recurring-form.ts";
import { readTyped, type NewRecurringAnswer } from "./typed.ts";
import { RecurringFields } from "./recurring-fields.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].form.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const params = new URL(request.url).searchParams;
  const today = dayAt(new Date());
  const q = (params.get("q") ?? "").trim().slice(0, 100);
  const [places, services] = await Promise.all([
    listUnitPlaces(context.db, actor, today, q),
    listServices(context.db, actor, today),
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), today, q, places, service: params.get("service") ?? "" },
    services: services
      .filter(({ withdrawnOn, unit }) => isOrderable({ withdrawnOn, hasTerms: unit !== null }, today))
      .map(({ code, nameDa, nameEn, unit, unitPriceOre }) => ({ code, nameDa, nameEn, unit, unitPriceOre })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const { typed, form } = readTyped(await request.formData());
  const wrong = (faults: string[], refusal: NewRecurringAnswer["refusal"] = null) =>
    json<NewRecurringAnswer>({ typed, faults, refusal }, 422);
  const parsed = RecurringForm.safeParse(form);
  if (!parsed.success) return wrong([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const made = await createRecurring(context.db, actor, parsed.data, new Date());
  return made.ok ? redirect(`/recurring/${made.value}?was=made`, 303) : wrong([], made.refusal);
}

export default function NewRecurring() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const { form } = words;
  const errors = answer
    ? [
        ...(answer.refusal ? [{ message: form.refusals[answer.refusal] }] : []),
        ...answer.faults.map((fault) => ({ message: form.faults[fault] ?? fault, fieldId: fault })),
      ]
    : [];
  return (
    <Page>
      <PageHead title={form.title} above={<Link to="/recurring">{words.title}</Link>} />
      <Card className="max-w-3xl">
        {(page.q !== "" || page.places.length > 20) && (
          <Form method="get" role="search" className="flex items-end gap-2 pb-5">
            <TextField
              label={form.searchPlace}
              name="q"
              type="search"
              defaultValue={page.q}
              className="flex-1"
            />
            <input type="hidden" name="service" value={page.service} />
            <Button type="submit">{form.find}</Button>
          </Form>
        )}
        {page.places.length === 0 ? (
          <p className="text-ink-soft">{form.noPlaces}</p>
        ) : (
          <Form method="post" className="flex flex-col gap-5" noValidate>
            <FormErrors errors={errors} />
            <RecurringFields {...page} answer={answer} />
            <Button type="submit" look="primary" className="self-start">
              {form.submit}
            </Button>
          </Form>
        )}
      </Card>
    </Page>
  );
}
