import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BadgeCheck, UserCheck } from "lucide-react";
import { requireActor } from "#app/auth/require-actor.ts";
import { ApprovalFacts, useSubject } from "#app/components/approval/approval-facts.tsx";
import { ApprovalForm } from "#app/components/approval/approval-form.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { approvalAnswerIn } from "#app/http/approval-answer.ts";
import { approvals } from "#app/i18n/approvals.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { decideApproval } from "#db/commands/approval/decide-approval.ts";
import { listApprovals, type WaitingApproval } from "#db/queries/approval/get-approval.ts";
import { dayAt } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { AnswerNotice, type Answered } from "./answer-notice.tsx";
import { DecidedTable } from "./decided-table.tsx";

export const handle: RouteHandle = { needs: "signedIn" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: approvals[page?.locale ?? "da"].title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const found = await listApprovals(context.db, actor, dayAt(new Date()));
  const waiting = found.waiting.map((row) => ({ ...row, eventId: newId() }));
  return { locale: localeFrom(request, actor.locale), waiting, decided: found.decided };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const answer = approvalAnswerIn(await request.formData());
  if (!answer) return json<Answered>({ ...nothing, refusal: "notFound" }, 422);
  const result = await decideApproval(context.db, actor, answer, new Date());
  const about = { approvalId: answer.approvalId, comment: answer.comment, approval: result.approval };
  if (result.ok) return json<Answered>({ ...about, refusal: null });
  return json<Answered>({ ...about, refusal: result.refusal }, 422);
}

const nothing = { approvalId: "", comment: "", approval: null };

export default function Approvals() {
  const { waiting, decided } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = useWords(approvals);
  const delegate = (
    <LinkButton to="/approvals/delegation" icon={UserCheck}>
      {words.delegation.open}
    </LinkButton>
  );
  return (
    <Page>
      <PageHead title={words.title} note={words.note} tools={delegate} />
      {answered && answered.refusal !== "reasonMissing" && <AnswerNotice answered={answered} />}
      {waiting.length === 0 ? (
        <Card>
          <EmptyState icon={BadgeCheck} title={words.noneTitle}>
            {words.none}
          </EmptyState>
        </Card>
      ) : (
        <>
          <p className="font-semibold">{words.waiting(waiting.length)}</p>
          <ul className="grid items-start gap-5 lg:grid-cols-2">
            {waiting.map((approval) => (
              <li key={approval.id}>
                <WaitingCard approval={approval} answered={answered ?? null} />
              </li>
            ))}
          </ul>
        </>
      )}
      {decided.length > 0 && <DecidedTable rows={decided} />}
    </Page>
  );
}

type WaitingCardProps = { approval: WaitingApproval & { eventId: string }; answered: Answered | null };

function WaitingCard({ approval, answered }: WaitingCardProps) {
  const words = useWords(approvals);
  const format = useFormats();
  const subject = useSubject();
  const isFaulty = answered?.approvalId === approval.id && answered.refusal === "reasonMissing";
  return (
    <Card
      title={`${subject(approval)}: ${format.ore(approval.amountOre, "ore")}`}
      tools={
        <Link to={`/cases/${approval.caseNumber}`} className="text-link">
          {words.case(approval.caseNumber)}
        </Link>
      }
    >
      {approval.forName && <p className="pb-2 font-semibold">{words.forWhom(approval.forName)}</p>}
      <div className="flex flex-col gap-4">
        <ApprovalFacts approval={approval} />
        <ApprovalForm
          approvalId={approval.id}
          eventId={approval.eventId}
          comment={isFaulty ? answered.comment : ""}
          error={isFaulty ? words.refusals.reasonMissing : null}
        />
      </div>
    </Card>
  );
}
