import { approvals } from "../../i18n/approvals.ts";
import { useWords } from "../../i18n/use-words.tsx";
import { Button } from "../button.tsx";
import { Form } from "../link.tsx";
import { TextArea } from "../text-area.tsx";

type ApprovalFormProps = {
  approvalId: string;
  /** Made with the page: the same tap twice is one answer. */
  eventId: string;
  /** What was typed where the answer was refused. */
  comment?: string;
  error?: string | null;
};

/** Yes or no to an amount, with a comment. It posts: opening a page never answers. */
export function ApprovalForm({ approvalId, eventId, comment = "", error }: ApprovalFormProps) {
  const words = useWords(approvals);
  return (
    <Form method="post" className="flex flex-col gap-3">
      <input type="hidden" name="approvalId" value={approvalId} />
      <input type="hidden" name="eventId" value={eventId} />
      <TextArea
        id={`comment-${approvalId}`}
        label={words.comment}
        hint={words.commentHint}
        name="comment"
        maxLength={2000}
        defaultValue={comment}
        errors={error ? [error] : null}
        rows={2}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="decision" value="approved" look="primary">
          {words.approve}
        </Button>
        <Button type="submit" name="decision" value="rejected" look="danger">
          {words.reject}
        </Button>
      </div>
    </Form>
  );
}
