import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { NewPage } from "#app/components/new-page.tsx";
import { sendingKeyOf } from "#app/http/sending-key.server.ts";
import { colocation as area } from "#app/i18n/colocation.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { createColocationCase } from "#db/commands/colocation/create-case.ts";
import { CaseForm } from "#domain/colocation/case-form.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CaseFields } from "./case-fields.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].form.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return { locale: localeFrom(request, actor.locale), year: yearOf(dayAt(new Date())), newKey: newId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const typed = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const refuse = (faults: string[], refusal: string | null) =>
    json({ faults, refusal, typed }, { status: 422 });
  const form = CaseForm.safeParse({ ...typed, ratesAsOf: undefined });
  if (!form.success) return refuse([...new Set(form.error.issues.map(({ message }) => message))], null);
  const made = await createColocationCase(
    context.db,
    actor,
    form.data,
    new Date(),
    sendingKeyOf(typed["key"], form.data),
  );
  if (!made.ok) return refuse([], made.refusal);
  return redirect(`/colocation/${made.value.id}`, 303);
}

export default function NewColocationCase() {
  const { year, newKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  return (
    <NewPage words={words} listAt="/colocation" answer={answer}>
      <CaseFields {...{ year, newKey }} typed={answer?.typed ?? {}} faults={answer?.faults ?? []} />
    </NewPage>
  );
}
