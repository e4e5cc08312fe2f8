import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { handOver } from "#db/commands/hand-over/hand-over.ts";
import { getHandOverRegister } from "#db/queries/hand-over/get-hand-over-register.ts";
import { dayAt } from "#domain/day.ts";
import { handOverKinds } from "#domain/hand-over/hand-over-facts.ts";
import type { FaultAt } from "#domain/hand-over/judge-facts.ts";
import { readHandOver, type Typed } from "#domain/hand-over/read-hand-over.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { HandOverFields, typedOf, useFaultWords } from "./fields.tsx";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].form.title[data?.kind ?? "lease"] },
];

/** What is handed over: a lease or property of the register by its number, or (without) one that nobody knew of. */
async function askedFor({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const params = new URL(request.url).searchParams;
  const kind = handOverKinds.find((one) => one === params.get("kind")) ?? "lease";
  const register = await getHandOverRegister(context.db, actor, dayAt(new Date()));
  const key = params.get("key");
  const known = register.known.find((one) => one.kind === kind && one.key === key) ?? null;
  if (key && !known) throw problem(404);
  return { actor, kind, register, known };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, kind, register, known } = await askedFor(asked);
  if (known?.handOverId) throw redirect(`/hand-over/${known.handOverId}`);
  const { administrations, units } = register;
  return {
    ...{ locale: localeFrom(asked.request, actor.locale), kind, key: known?.key ?? null },
    ...{ administrations: known ? [] : administrations },
    units: known ? units.filter((one) => one.administrationId === known.administrationId) : units,
    typed: known ? typedOf(known.facts, known.unitId) : {},
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, kind, register, known } = await askedFor(asked);
  const typed: Typed = Object.fromEntries(await asked.request.formData());
  const { form, faults } = readHandOver(kind, { ...typed, key: known?.key ?? "" }, register);
  if (!form) return json({ faults, typed, refusal: null }, 422);
  const sending = { kind, forms: [{ name: "1", form }], isPartial: false };
  const answer = await handOver(asked.context.db, actor, sending, new Date());
  if (answer.ok) return redirect(`/hand-over/${answer.ids[0]!}?was=sent`, 303);
  const refused: FaultAt[] = answer.refusal === "faults" ? answer.refused.flatMap((one) => one.faults) : [];
  return json({ faults: refused, typed, refusal: answer.refusal === "faults" ? null : answer.refusal }, 422);
}

export default function HandOverNew() {
  const { kind, key, administrations, units, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const say = useFaultWords();
  const isBusy = useNavigation().state === "submitting";
  const faults = answer?.faults ?? [];
  const errors = [
    ...(answer?.refusal ? [{ message: words.refusals[answer.refusal] }] : []),
    ...faults.map((one) => ({ fieldId: one.field, message: `${words.fields[one.field]}: ${say(one)}` })),
  ];
  return (
    <Page>
      <PageHead
        title={words.form.title[kind]}
        note={words.form.note}
        above={
          <Link to="/hand-over" className="text-link">
            {words.form.back}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      {key && (
        <Notice>{words.form.known(kind === "lease" ? key : words.kinds.property.toLowerCase())}</Notice>
      )}
      <Card>
        <Form method="post" noValidate className="flex max-w-2xl flex-col gap-6">
          <HandOverFields {...{ kind, faults, administrations, units }} typed={answer?.typed ?? typed} />
          <Button type="submit" look="primary" disabled={isBusy} className="self-start">
            {isBusy ? words.form.sending : words.form.submit}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
