import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { cases as area } from "#app/i18n/cases.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { noteCaseSeen } from "#db/commands/case/note-case-seen.ts";
import { getCase } from "#db/queries/case/get-case.ts";
import { listCaseWorks, type CaseWork } from "#db/queries/works/list-case-works.ts";
import { may } from "#domain/access.ts";
import { hasRole } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { useLiveCase } from "../case-live/use-live-case.ts";
import { CaseHead } from "./case-head.tsx";
import { loadPointedAt } from "./load-pointed-at.server.ts";
import { OrderCard } from "./order-card.tsx";
import { Rating } from "./rating.tsx";
import { takeAnswer, type StepReply } from "./take-answer.server.ts";
import { TimeLine } from "./time-line.tsx";
import { WorksCard } from "./works-card.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? area[data.locale].case(data.file.number) : "" },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const now = new Date();
  const file = await getCase(context.db, actor, params.number ?? "", dayAt(now));
  if (!file) throw problem(404);
  await noteCaseSeen(context.db, actor, file.id, now);
  const seesOriginals = hasRole(actor, "manager") || hasRole(actor, "administrator");
  const locale = localeFrom(request, actor.locale);
  // Made here, so that the same form sent twice is the same event.
  const eventIds = Object.fromEntries(file.orders.map(({ id }) => [id, newId()]));
  const readsWorks = file.isWhole && may(actor, "surveys", "read");
  const of = { caseId: file.id, buildingId: file.buildingId };
  const works = readsWorks ? await listCaseWorks(context.db, actor, of, dayAt(now)) : [];
  const mayAttach = may(actor, "surveys", "write");
  const site = file.position
    ? await loadPointedAt(context.db, actor, file.buildingId, file.position, dayAt(now))
    : null;
  return { file, seesOriginals, locale, eventIds, now: now.toISOString(), works, mayAttach, site };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const now = new Date();
  const file = await getCase(context.db, actor, params.number ?? "", dayAt(now));
  if (!file) throw problem(404);
  const reply = await takeAnswer(context.db, actor, file, await request.formData(), now);
  if (reply.fault === null) return redirect(`/cases/${file.number}`, 303);
  return json<StepReply>(reply, { status: reply.fault === "conflict" ? 409 : 422 });
}

/** A case like a parcel: how far each order is, what happens next and by when, and all that happened. */
export default function CasePage() {
  const { file, seesOriginals, eventIds, now, works, mayAttach, site } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as StepReply | undefined;
  const words = useWords(area);
  const [params] = useSearchParams();
  useLiveCase(file.number, now);
  return (
    <Page>
      {params.has("sent") && (
        <Notice status="good" title={words.sent(file.number)}>
          {words.sentHint}
        </Notice>
      )}
      <CaseHead {...{ file, seesOriginals, site }} />
      {reply && !reply.work && <Notice status="bad">{words.fault[reply.fault ?? "other"]}</Notice>}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-4">
          {file.isOurs && <Rating file={file} />}
          {file.orders.map((order) => (
            <OrderCard key={order.id} {...{ order, file, reply, now, eventId: eventIds[order.id]! }} />
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <TimeLine file={file} />
          <WorksCard caseNumber={file.number} works={works as CaseWork[]} {...{ mayAttach, reply }} />
        </div>
      </div>
    </Page>
  );
}
