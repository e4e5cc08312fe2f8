import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Badge } from "#app/components/badge.tsx";
import { Page, PageHead } from "#app/components/card.tsx";
import { EventLine } from "#app/components/event-line.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { getHandOverRegister } from "#db/queries/hand-over/get-hand-over-register.ts";
import { getHandOver } from "#db/queries/hand-over/list-hand-overs.ts";
import { getImportContext } from "#db/queries/import-context.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { mostDocumentBytes } from "#domain/document.ts";
import { handOverName } from "#domain/hand-over/hand-over-facts.ts";
import { stateAfter } from "#domain/hand-over/hand-over-state.ts";
import { judgeTakeOver } from "#domain/hand-over/judge-take-over.ts";
import { isId } from "#domain/id.ts";
import { actsForKejd } from "#domain/lease/who-enters-leases.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { useFaultWords } from "../hand-over-new/fields.tsx";
import { stateLooks } from "../hand-overs/hand-over-table.tsx";
import { act } from "./act.server.ts";
import { CompleteCard } from "./complete-card.tsx";
import { DecideCard } from "./decide-card.tsx";
import { HandOverFactsCard } from "./facts-card.tsx";
import { PapersCard } from "./papers-card.tsx";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
  takes: "document",
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? handOverName(data.row.number) : area.da.title },
];

type Asked = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

async function askedFor({ request, context, params }: Asked, right: "read" | "write") {
  const actor = await requireActorWith(request, context, "leases", right);
  const row = isId(params.handOverId) ? await getHandOver(context.db, actor, params.handOverId) : null;
  if (!row) throw problem(404);
  return { actor, row };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, row } = await askedFor(asked, "read");
  const { db } = asked.context;
  const today = dayAt(new Date());
  const side = actsForKejd(actor, row.administrationId) ? ("kejd" as const) : ("administration" as const);
  const mayWrite = may(actor, "leases", "write");
  const can = (event: Parameters<typeof stateAfter>[1]) =>
    mayWrite && stateAfter(row.state, event, side) !== null;
  const mayEdit = can(side === "kejd" ? "completed" : "answered");
  const { outline } = await getImportContext(db, actor, { now: new Date() });
  const { kind, facts, buildingId } = row;
  return {
    ...{ locale: localeFrom(asked.request, actor.locale), row, side, today, mayEdit },
    units: mayEdit
      ? (await getHandOverRegister(db, actor, today)).units.filter(
          (unit) => unit.administrationId === row.administrationId,
        )
      : [],
    may: {
      check: can("checking"),
      ask: can("askedBack"),
      takeOver: can("takenOver"),
      reject: can("rejected"),
      add: can("document"),
    },
    lacks: can("takenOver")
      ? judgeTakeOver({ kind, facts, isKnown: buildingId !== null, from: today, today, outline })
      : [],
    was: new URL(asked.request.url).searchParams.get("was"),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, row } = await askedFor(asked, "write");
  const { db, files } = asked.context;
  return withUpload(asked.request, mostDocumentBytes, async (upload) => {
    const answer = await act({ db, files, actor, row, now: new Date() }, upload);
    return answer ? json(answer, 422) : redirect(`/hand-over/${row.id}`, 303);
  });
}

export default function HandOverPage() {
  const { row, side, today, mayEdit, may, lacks, units, was } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  const say = useFaultWords();
  const errors = [
    ...(answer?.refusal ? [{ message: words.refusals[answer.refusal] }] : []),
    ...(answer?.takeOverFaults ?? []).map((fault) => ({
      fieldId: "from",
      message: words.takeOverFaults[fault],
    })),
    ...(answer?.faults ?? []).map((one) => ({
      fieldId: one.field,
      message: `${words.fields[one.field]}: ${say(one)}`,
    })),
    ...(answer?.paperFault ? [{ fieldId: "file", message: words.paperFaults[answer.paperFault] }] : []),
  ];
  const question =
    row.state === "askedBack" ? row.events.findLast(({ event }) => event === "askedBack") : null;
  return (
    <Page>
      <PageHead
        title={`${handOverName(row.number)} · ${row.facts.street} ${row.facts.houseNumber}`}
        note={`${words.kinds[row.kind]} · ${row.administrationName} · ${words.page.handedOverBy(row.handedOverByName, format.dateTime(row.handedOverAt))}`}
        above={
          <Link to="/hand-over" className="text-link">
            {words.title}
          </Link>
        }
        tools={<Badge status={stateLooks[row.state]}>{words.states[row.state]}</Badge>}
      />
      <FormErrors errors={errors} />
      {was === "sent" && !answer && <Notice status="good">{words.page.sent}</Notice>}
      {question && (
        <Notice status="attention" title={words.page.asked}>
          {question.words}
        </Notice>
      )}
      {row.takenOverFrom && (
        <Notice status="good">{words.page.takenOver(format.day(row.takenOverFrom))}</Notice>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <HandOverFactsCard row={row} />
          {mayEdit && <CompleteCard {...{ row, side, units, answer }} />}
          <PapersCard {...{ row, mayAdd: may.add, answer }} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <DecideCard {...{ row, today, may, lacks, answer }} />
          <EventLine
            title={words.page.timeLine}
            events={row.events.map((one) => ({ ...one, title: words.events[one.event] }))}
          />
        </div>
      </div>
    </Page>
  );
}
