import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { steps as area } from "#app/i18n/steps.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { getStepFacts } from "#db/queries/steps/get-step-facts.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { developmentSteps } from "#domain/steps/development-steps.ts";
import { StepTable } from "./step-table.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const now = new Date();
  const today = dayAt(now);
  const facts = await getStepFacts(context.db, actor, today, now);
  return {
    ...{ locale: localeFrom(request, actor.locale), today, items: developmentSteps(facts) },
    ordersUnmeasured: facts.ordersUnmeasured,
  };
}

export default function StepsPage() {
  const { today, items, ordersUnmeasured } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  return (
    <Page>
      <PageHead title={words.title} note={words.lead(format.day(today))} />
      <p className="max-w-prose text-sm text-ink-soft">{words.source}</p>
      <p className="screen-only text-sm text-ink-soft">{words.printHint}</p>
      {([1, 2, 3] as const).map((step) => (
        <StepTable key={step} step={step} items={items} />
      ))}
      <p className="text-sm text-ink-soft">
        {words.unmeasuredHint}{" "}
        {ordersUnmeasured > 0 && words.ordersUnmeasured(format.number(ordersUnmeasured))}
      </p>
    </Page>
  );
}
