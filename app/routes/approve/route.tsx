import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ApprovalFacts, useSubject } from "#app/components/approval/approval-facts.tsx";
import { ApprovalForm } from "#app/components/approval/approval-form.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PlainFrame } from "#app/components/plain-frame.tsx";
import { approvalAnswerIn } from "#app/http/approval-answer.ts";
import { approvals } from "#app/i18n/approvals.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { decideApproval } from "#db/commands/approval/decide-approval.ts";
import { limitRate } from "#db/commands/limit-rate.ts";
import type { ApprovalRow } from "#db/queries/approval/get-approval.ts";
import { newId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { AnswerNotice, DecidedNotice, type Answered } from "../approvals/answer-notice.tsx";
import { readApprovalLink } from "./read-approval-link.server.ts";

export const handle: RouteHandle = { needs: "public" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: approvals[page?.locale ?? "da"].link.title },
];

const attempts = { limit: 30, windowSeconds: 15 * 60 };

/** Shows what is asked for. Opening answers nothing: mail programs open links before anyone reads them. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const now = new Date();
  const link = await readApprovalLink(context, params.token, now);
  const locale = localeFrom(request, link.state === "open" ? link.actor.locale : null);
  if (link.state !== "open") return json({ locale, link, eventId: "" }, link.state === "gone" ? 404 : 410);
  const { approval, actor, forName } = link;
  const shown = { state: "open" as const, approval: withoutProtected(approval), name: actor.name, forName };
  return json({ locale, link: shown, eventId: newId() });
}

/** Of a protected place a link alone shows the amount. */
const withoutProtected = (approval: ApprovalRow): ApprovalRow =>
  approval.isProtected
    ? {
        ...approval,
        ...{ place: "", unitName: null, askedBy: "", caseText: "", description: "", comment: "" },
        ...{ subjectDa: null, subjectEn: null, clauseDa: "", clauseEn: "", budgetLine: "" },
      }
    : approval;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const now = new Date();
  const limit = await limitRate(context.db, `approve:${context.clientAddress}`, attempts, now);
  const refuse = (refusal: Answered["refusal"] | "tooMany", status: number, kept: Partial<Answered> = {}) =>
    json({ approvalId: "", comment: "", approval: null, ...kept, refusal }, status);
  if (!limit.isAllowed) return refuse("tooMany", 429);
  const link = await readApprovalLink(context, params.token, now);
  const answer = approvalAnswerIn(await request.formData());
  if (link.state !== "open" || !answer) return refuse("notFound", 422);
  // The link is for one approval, whatever the form says.
  const meant = { ...answer, approvalId: link.approval.id };
  const actor = { ...link.actor, requestId: context.requestId };
  const result = await decideApproval(context.db, actor, meant, now);
  const kept = { approvalId: meant.approvalId, comment: meant.comment };
  const approval = result.approval && withoutProtected(result.approval);
  return refuse(result.ok ? null : result.refusal, result.ok ? 200 : 422, { ...kept, approval });
}

export default function Approve() {
  const { link, eventId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = useWords(approvals);
  const isFaulty = answered?.refusal === "reasonMissing";
  return (
    <PlainFrame homeTo="/" localeTo="/locale" here="/approvals">
      <div className="mx-auto w-full max-w-2xl">
        <Page>
          <PageHead title={words.link.title} />
          {answered?.refusal === "tooMany" && <Notice status="bad">{words.tooMany}</Notice>}
          {answered && answered.refusal !== "tooMany" && !isFaulty && (
            <AnswerNotice answered={answered as Answered} />
          )}
          {link.state === "open" && (!answered || isFaulty) && (
            <Asked link={link} eventId={eventId} comment={answered?.comment ?? ""} isFaulty={isFaulty} />
          )}
          {link.state !== "open" && !answered && <Unusable state={link.state} />}
        </Page>
      </div>
    </PlainFrame>
  );
}

function Unusable({ state }: { state: "gone" | "old" }) {
  const words = useWords(approvals).link;
  return (
    <Card>
      <div className="flex flex-col items-start gap-3">
        <h2 className="font-semibold">{state === "old" ? words.oldTitle : words.goneTitle}</h2>
        <p>{state === "old" ? words.old : words.gone}</p>
        <LinkButton to="/approvals" look="primary">
          {words.signIn}
        </LinkButton>
      </div>
    </Card>
  );
}

interface AskedProps {
  link: { approval: ApprovalRow; name: string; forName: string | null };
  eventId: string;
  comment: string;
  isFaulty: boolean;
}

function Asked({ link: { approval, name, forName }, eventId, comment, isFaulty }: AskedProps) {
  const words = useWords(approvals);
  const format = useFormats();
  const subject = useSubject();
  if (approval.decidedAt) return <DecidedNotice approval={approval} />;
  return (
    <Card title={`${subject(approval)}: ${format.ore(approval.amountOre, "ore")}`}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-soft">
          {words.link.asWhom(name)} {forName && words.forWhom(forName)}
        </p>
        {approval.isProtected ? <p>{words.link.protected}</p> : <ApprovalFacts approval={approval} />}
        <ApprovalForm
          approvalId={approval.id}
          eventId={eventId}
          comment={comment}
          error={isFaulty ? words.refusals.reasonMissing : null}
        />
      </div>
    </Card>
  );
}
