import { Notice } from "#app/components/notice.tsx";
import { approvals } from "#app/i18n/approvals.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { DecideRefusal } from "#db/commands/approval/decide-approval.ts";
import type { ApprovalRow } from "#db/queries/approval/get-approval.ts";

/** What came of an answer, with the approval as it stands after it. */
export interface Answered {
  approvalId: string;
  comment: string;
  refusal: DecideRefusal | null;
  approval: ApprovalRow | null;
}

/** Says what an answer did, or who was faster. */
export function AnswerNotice({ answered: { refusal, approval } }: { answered: Answered }) {
  const words = useWords(approvals);
  const format = useFormats();
  if (refusal === "alreadyDecided" && approval) return <DecidedNotice approval={approval} />;
  if (refusal) return <Notice status="bad">{words.refusals[refusal]}</Notice>;
  const amount = format.ore(approval!.amountOre, "ore");
  const said = approval!.decision === "rejected" ? words.rejectedNow(amount) : words.approvedNow(amount);
  return <Notice status="good">{said}</Notice>;
}

/** Who decided it, and when. */
export function DecidedNotice({ approval }: { approval: ApprovalRow }) {
  const words = useWords(approvals);
  const format = useFormats();
  const { decidedByName, decidedForName, decision, decidedAt, comment } = approval;
  const who = decidedForName ? words.decidedFor(decidedByName ?? "", decidedForName) : (decidedByName ?? "");
  return (
    <Notice status="attention" title={words.alreadyDecided[decision!](who, format.dateTime(decidedAt))}>
      {comment && <p>{comment}</p>}
    </Notice>
  );
}
