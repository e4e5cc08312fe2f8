import { mail as words } from "#app/i18n/mail.ts";
import { getRatingAsked } from "#db/queries/telling/get-rating-asked.ts";
import { mailLinkToken } from "#db/secrets/mail-link.ts";
import type { Id } from "#domain/id.ts";
import { askerOf } from "./asker-of.ts";
import type { Compose, JobTools } from "./job-tools.ts";

/** Asks the asker, once the case is over, how it went: five links, each opening the page with that score chosen. */
export const composeRating =
  (tools: JobTools): Compose =>
  async (db, work, now) => {
    const { caseId } = work.payload as { caseId: Id };
    const asked = await getRatingAsked(db, work.organisationId, caseId);
    const to = asked && asked.isOver && asked.score === null ? await askerOf(db, asked, now) : null;
    if (!asked || !to) return null;
    const say = words[to.locale];
    const token = mailLinkToken(tools.secret, {
      purpose: "rating",
      subjectId: caseId,
      accountId: asked.askedBy,
    });
    return {
      ...{ id: work.id, to: to.email, locale: to.locale, thread: caseId },
      subject: say.rating.subject(asked.number),
      paragraphs: [...(to.name ? [say.hello(to.name)] : []), say.rating.asked(asked.number)],
      actions: say.rating.scores.map((label, index) => ({
        label,
        url: tools.linkTo(`/rate/${token}?score=${index + 1}`),
      })),
      footer: [say.footer.asker],
    };
  };
