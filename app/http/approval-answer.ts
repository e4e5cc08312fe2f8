import { isId, newId } from "#domain/id.ts";
import type { ApprovalAnswer } from "#db/commands/approval/decide-approval.ts";

/** The answer a form holds; null where it is no answer to anything. A form without its own event id is given one. */
export function approvalAnswerIn(form: FormData): ApprovalAnswer | null {
  const text = (name: string) => String(form.get(name) ?? "");
  const decision = text("decision");
  if (decision !== "approved" && decision !== "rejected") return null;
  if (!isId(text("approvalId"))) return null;
  const eventId = isId(text("eventId")) ? text("eventId") : newId();
  return { approvalId: text("approvalId"), decision, comment: text("comment").slice(0, 2000), eventId };
}
