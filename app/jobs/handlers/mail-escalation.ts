import { formatsIn } from "#app/i18n/format.ts";
import { mail as words } from "#app/i18n/mail.ts";
import { getEscalatedOrder, type EscalatedOrder } from "#db/queries/telling/get-escalated-order.ts";
import type { Id } from "#domain/id.ts";
import { isOpen } from "#domain/order/order-state.ts";
import type { Compose, JobTools } from "./job-tools.ts";

/** Whether what was escalated has been put right between then and now. */
const isOver = ({ state, escalation, respondedAt, resolvedAt }: EscalatedOrder): boolean => {
  if (!isOpen(state)) return true;
  if (escalation === "urgentUnanswered" || escalation === "answerLate") return respondedAt !== null;
  return escalation !== "updatesPileUp" && resolvedAt !== null;
};

/** Tells a team's mailbox that an order calls for someone above. Mailboxes have no language; they read Danish. */
export const composeEscalation =
  (tools: JobTools): Compose =>
  async (db, work) => {
    const { eventId, to } = work.payload as { eventId: Id; to: string };
    const order = await getEscalatedOrder(db, work.organisationId, eventId);
    if (!order || isOver(order)) return null;
    const say = words.da;
    const { escalation, caseNumber } = order;
    const isAboutAnswer = escalation === "urgentUnanswered" || escalation === "answerLate";
    const by = formatsIn("da").dateTime(isAboutAnswer ? order.respondBy : order.resolveBy);
    const what = [order.subjectDa, order.place, order.teamName].filter(Boolean).join(", ");
    return {
      ...{ id: work.id, to, locale: "da" as const, thread: order.caseId },
      subject: say.escalation.subjects[escalation](`${caseNumber}-${order.line}`),
      paragraphs: [say.escalation.sentences[escalation](by), ...(what ? [`${what}.`] : [])],
      actions: [{ label: say.openCase, url: tools.linkTo(`/cases/${caseNumber}`) }],
      footer: [say.footer.desk],
    };
  };
