import { formatsIn } from "#app/i18n/format.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { mail as words } from "#app/i18n/mail.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { getInvitation } from "#db/queries/opinion/get-invitation.ts";
import { mailLinkToken } from "#db/secrets/mail-link.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Compose, JobTools } from "./job-tools.ts";

/** Invites one leader to the yearly questions, by a link of their own. */
export const composeOpinion =
  (tools: JobTools): Compose =>
  async (db, work, now) => {
    const { invitationId } = work.payload as { invitationId: Id };
    const invitation = await getInvitation(db, invitationId);
    if (!invitation || invitation.answeredAt || invitation.closesOn < dayAt(now)) return null;
    const { accountId } = invitation;
    const actor = await getActorByAccount(db, accountId, now);
    if (!actor) return null;
    const locale = isLocale(actor.locale) ? actor.locale : "da";
    const say = words[locale];
    const token = mailLinkToken(tools.secret, { purpose: "opinion", subjectId: invitationId, accountId });
    return {
      ...{ id: work.id, to: actor.email, locale, subject: say.opinion.subject(invitation.year) },
      paragraphs: [
        say.hello(actor.name),
        say.opinion.asked(formatsIn(locale).day(invitation.closesOn)),
        say.opinion.kept,
      ],
      actions: [{ label: say.opinion.open, url: tools.linkTo(`/opinion/${token}`) }],
      footer: [say.footer.opinion],
    };
  };
