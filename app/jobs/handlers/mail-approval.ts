import { formatsIn } from "#app/i18n/format.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { mail as words } from "#app/i18n/mail.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { getApproval, getDecider } from "#db/queries/approval/get-approval.ts";
import { mailLinkToken } from "#db/secrets/mail-link.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Compose, JobTools } from "./job-tools.ts";

/** Asks one person for a yes; nothing where it has been answered, or they may not answer any longer. */
export const composeApproval =
  (tools: JobTools): Compose =>
  async (db, work, now) => {
    const { approvalId, accountId } = work.payload as { approvalId: Id; accountId: Id };
    const [approval, decider, actor] = [
      await getApproval(db, approvalId),
      await getDecider(db, approvalId, accountId, dayAt(now)),
      await getActorByAccount(db, accountId, now),
    ];
    if (!approval || approval.decidedAt || !decider || !actor) return null;
    const locale = isLocale(actor.locale) ? actor.locale : "da";
    const say = words[locale];
    const amount = formatsIn(locale).ore(approval.amountOre, "ore");
    const subject = (locale === "da" ? approval.subjectDa : approval.subjectEn) ?? "";
    const token = mailLinkToken(tools.secret, { purpose: "approval", subjectId: approvalId, accountId });
    return {
      ...{ id: work.id, to: actor.email, locale, thread: approval.caseId },
      subject: say.approval.subject(approval.caseNumber, amount),
      paragraphs: [
        say.hello(actor.name),
        say.approval.asked(amount),
        ...(approval.isProtected ? [] : [say.approval.what(subject, approval.place)]),
        ...(decider.forName ? [say.approval.forWhom(decider.forName)] : []),
        say.approval.next,
      ],
      actions: [{ label: say.approval.open, url: tools.linkTo(`/approve/${token}`) }],
      footer: [say.footer.approver],
    };
  };
