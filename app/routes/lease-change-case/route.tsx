import { Download } from "lucide-react";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Badge } from "#app/components/badge.tsx";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { leaseLife as area } from "#app/i18n/lease-life.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { markStep, undoChange } from "#db/commands/lease/undo-change.ts";
import { getLeaseLife, type LeaseChangeRow } from "#db/queries/lease/get-lease-life.ts";
import { listLeaseDocuments } from "#db/queries/lease/list-lease-documents.ts";
import { getLease } from "#db/queries/rent/get-lease.ts";
import { addDays, dayAt, type Day } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { LeaseDocumentKind } from "#domain/lease/lease-document.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { DocumentsCard } from "../lease-draft/documents-step.tsx";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? area[data.locale].caseTitle(area[data.locale].kinds[data.change.kind], data.lease.number)
      : "",
  },
];

type Asked = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

async function asked({ request, context, params }: Asked, right: "read" | "write") {
  const actor = await requireActorWith(request, context, "leases", right);
  const lease = isId(params.id) ? await getLease(context.db, actor, params.id) : null;
  const life = lease && (await getLeaseLife(context.db, actor, lease.id));
  const change = life?.changes.find(({ number }) => String(number) === params.number);
  if (!lease || !change) throw problem(404);
  return { actor, lease, change };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, lease, change } = await asked(args, "read");
  const today = dayAt(new Date());
  const params = new URL(args.request.url).searchParams;
  const tooLate = params.get("was") === "tooLate";
  return {
    documents: await listLeaseDocuments(args.context.db, { changeId: change.id }, actor),
    documentFaults: (params.get("faults") ?? "").split(",").filter(Boolean),
    lease,
    change,
    today,
    tooLate,
    mayWrite: keepsLeases(actor),
    locale: localeFrom(args.request, actor.locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, lease, change } = await asked(args, "write");
  const { db } = args.context;
  const form = await args.request.formData();
  const here = `/leases/${lease.id}/changes/${change.number}`;
  const now = new Date();
  if (form.get("intent") === "undo") {
    const undone = await undoChange(db, actor, change.id, now);
    if (!undone.ok && undone.refusal !== "tooLate") throw problem(403);
    return redirect(undone.ok ? here : `${here}?was=tooLate`, 303);
  }
  const doneOn = form.get("intent") === "mark" ? dayAt(now) : null;
  const marked = await markStep(db, actor, change.id, { key: String(form.get("key")), doneOn, note: "" });
  if (!marked.ok) throw problem(marked.refusal === "notFound" ? 404 : 403);
  return redirect(here, 303);
}

export default function LeaseChangeCase() {
  const { lease, change, today, tooLate, mayWrite, documents, documentFaults } =
    useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const canUndo =
    change.state === "confirmed" &&
    change.effectiveOn > today &&
    change.steps.every(({ doneOn }) => doneOn === null);
  return (
    <Page>
      <Head lease={lease} change={change} />
      {tooLate && <Notice status="bad">{words.refusals.tooLate()}</Notice>}
      <Card
        title={words.states[change.state]}
        tools={
          change.confirmedByName && (
            <span className="text-sm text-ink-soft">
              {words.by(change.confirmedByName, format.dateTime(change.confirmedAt))}
            </span>
          )
        }
      >
        <Steps change={change} today={today} mayWrite={mayWrite && change.state !== "undone"} />
      </Card>
      <div id="files">
        <DocumentsCard
          title={words.files}
          action={mayWrite ? `/leases/${lease.id}/changes/${change.number}/documents` : null}
          {...{ documents, faults: documentFaults, usual: usualFile[change.kind] }}
        />
      </div>
      {mayWrite && canUndo && (
        <Card>
          <p className="mb-3 text-ink-soft">{words.undoHint}</p>
          <Form method="post">
            <Button type="submit" look="danger" name="intent" value="undo">
              {words.undo}
            </Button>
          </Form>
        </Card>
      )}
    </Page>
  );
}

function Head({ lease, change }: { lease: { id: string; number: string }; change: LeaseChangeRow }) {
  const words = useWords(area);
  const format = useFormats();
  const ends = change.kind === "terminate" || change.kind === "moveOut";
  const day = format.day(ends ? addDays(change.effectiveOn, -1) : change.effectiveOn);
  return (
    <PageHead
      title={words.caseTitle(words.kinds[change.kind], lease.number)}
      note={`${ends ? words.lastDay : words.firstDay}: ${day}. ${change.reason}`}
      above={
        <Link to={`/leases/${lease.id}`} className="text-link">
          {words.back} {lease.number}
        </Link>
      }
      tools={
        change.state !== "undone" && (
          <LinkButton
            to={`/leases/${lease.id}/changes/${change.number}/letter`}
            icon={Download}
            reloadDocument
          >
            {words.letter}
          </LinkButton>
        )
      }
    />
  );
}

/** What is put on a change first of all: the photos of an inspection, or what was agreed. */
const usualFile = {
  ...{ moveIn: "photo", moveOut: "photo", terminate: "letter" },
  ...{ extend: "amendment", renegotiate: "amendment", premises: "amendment" },
} as const satisfies Record<LeaseChangeRow["kind"], LeaseDocumentKind>;

/** The steps with their days; what is past its day and not done is said so. */
function Steps({ change, today, mayWrite }: { change: LeaseChangeRow; today: Day; mayWrite: boolean }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <ol className="flex flex-col">
      {change.steps.map(({ id, key, dueOn, doneOn, doneByName }) => (
        <li key={id} className="flex flex-wrap items-center gap-3 border-b border-line py-2 last:border-b-0">
          <span className="min-w-48 flex-1">
            {words.steps[key]}
            <span className="block text-sm text-ink-soft">
              {words.due} {format.day(dueOn)}
            </span>
          </span>
          {doneOn !== null && (
            <Badge status="good">
              {[words.done, format.day(doneOn), doneByName].filter(Boolean).join(" · ")}
            </Badge>
          )}
          {doneOn === null && dueOn < today && change.state !== "undone" && (
            <Badge status="bad">{words.late}</Badge>
          )}
          {mayWrite && (
            <Form method="post">
              <input type="hidden" name="key" value={key} />
              <Button type="submit" isCompact name="intent" value={doneOn === null ? "mark" : "unmark"}>
                {doneOn === null ? words.mark : words.unmark}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}
