import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { jobs } from "#app/i18n/jobs.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { retryWork } from "#db/commands/outbox/retry-work.ts";
import { listWork, type WorkSummary } from "#db/queries/list-work.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { PeriodicTable, WorkTable } from "./work-tables.tsx";

export const handle: RouteHandle = { needs: { area: "settings", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: jobs[page?.locale ?? "da"].title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "settings", "write");
  const work = await listWork(context.db, actor, new Date());
  return { locale: localeFrom(request, actor.locale), ...work };
}

/** Lets one piece of work be tried again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "settings", "write");
  const id = String((await request.formData()).get("id") ?? "");
  const isRetried = isId(id) && (await retryWork(context.db, actor, id, new Date()));
  return json({ isRetried }, isRetried ? 200 : 422);
}

const lateAfterMinutes = 10;

export default function Jobs() {
  const { summary, rows, periodic } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(jobs);
  const format = useFormats();
  return (
    <Page>
      <PageHead title={words.title} note={words.note} />
      {answer && (
        <Notice status={answer.isRetried ? "good" : "attention"}>
          {answer.isRetried ? words.retried : words.notRetried}
        </Notice>
      )}
      {summary.oldestMinutes > lateAfterMinutes && (
        <Notice status="bad">{words.late(format.number(summary.oldestMinutes))}</Notice>
      )}
      <Counts summary={summary} />
      <Card title={words.listTitle} isFlush>
        <WorkTable rows={rows} />
      </Card>
      <Card title={words.periodicTitle} isFlush>
        <PeriodicTable rows={periodic} />
      </Card>
    </Page>
  );
}

function Counts({ summary }: { summary: WorkSummary }) {
  const words = useWords(jobs);
  const format = useFormats();
  return (
    <dl className="figures grid grid-cols-2 gap-3 md:grid-cols-4">
      {(["waiting", "failing", "givenUp", "doneToday"] as const).map((key) => (
        <div key={key} className="rounded-base border border-line bg-surface p-4">
          <dt className="text-sm text-ink-soft">{words[key]}</dt>
          <dd className="text-2xl font-semibold">{format.number(summary[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
