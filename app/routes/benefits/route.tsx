import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { benefits as area } from "#app/i18n/benefits.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { askBenefits } from "#db/commands/benefit/ask-benefits.ts";
import { listBenefits } from "#db/queries/benefit/list-benefits.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { BenefitTable } from "./benefit-table.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const yearIn = (text: string | null, fallback: number): number =>
  text && /^(19|20|21)\d{2}$/.test(text) ? Number(text) : fallback;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const params = new URL(request.url).searchParams;
  const today = dayAt(new Date());
  const parts = await councilPartsOf(context.db, actor, today);
  return {
    ...{ locale: localeFrom(request, actor.locale), year: yearIn(params.get("year"), yearOf(today)) },
    lines: await listBenefits(context.db, actor),
    mayAsk: parts.includes("planner") || parts.includes("chair"),
    asked: params.get("asked"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const now = new Date();
  const typed = (await request.formData()).get("year");
  const year = yearIn(typeof typed === "string" ? typed : null, 0);
  if (year === 0) return json({ fault: "year" }, 422);
  const asked = await askBenefits(context.db, actor, year, now);
  return asked.ok
    ? redirect(`/benefits?year=${year}&asked=${asked.value}`, 303)
    : json({ fault: asked.refusal }, 422);
}

export default function Benefits() {
  const { lines, year, mayAsk, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  return (
    <Page>
      <PageHead title={words.title} note={words.lead} />
      <FormErrors errors={answer ? [{ message: words.faults[answer.fault] ?? answer.fault }] : []} />
      {asked && <Notice status="good">{words.ask.asked(format.number(Number(asked)))}</Notice>}
      <BenefitTable {...{ lines, year }} title={words.title} isOverAll />
      {mayAsk && (
        <Card title={words.ask.title}>
          <p className="-mt-2 mb-3 text-sm text-ink-soft">{words.ask.note}</p>
          <Form method="post" className="flex items-end gap-3">
            <TextField
              {...{
                id: "year",
                name: "year",
                label: words.ask.year,
                inputMode: "numeric",
                defaultValue: String(year),
              }}
            />
            <Button type="submit">{words.ask.submit}</Button>
          </Form>
        </Card>
      )}
    </Page>
  );
}
