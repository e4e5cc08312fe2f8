import { mail as words } from "#app/i18n/mail.ts";
import { getCustomerAsked } from "#db/queries/telling/get-customer-asked.ts";
import { followTokenOf } from "#db/secrets/signed-token.ts";
import type { Id } from "#domain/id.ts";
import { askerOf } from "./asker-of.ts";
import type { Compose, JobTools } from "./job-tools.ts";

/** Reminds whoever asked of a question that still waits for them, once; nothing where it was answered meanwhile. */
export const composeReminder =
  (tools: JobTools): Compose =>
  async (db, work, now) => {
    const { eventId } = work.payload as { eventId: Id };
    const asked = await getCustomerAsked(db, work.organisationId, eventId);
    const to = asked && (await askerOf(db, asked, now));
    if (!asked || !to) return null;
    const say = words[to.locale];
    const path =
      !asked.askedBy && asked.qrCodeId
        ? `/follow/${followTokenOf(tools.secret, asked.qrCodeId, asked.sendingKey)}`
        : `/cases/${asked.number}`;
    return {
      ...{ id: work.id, to: to.email, locale: to.locale, thread: asked.caseId },
      subject: say.reminder.subject(asked.number),
      paragraphs: [
        ...(to.name ? [say.hello(to.name)] : []),
        say.reminder.waiting(asked.number),
        ...(asked.reason ? [asked.reason] : []),
      ],
      actions: [{ label: say.openCase, url: tools.linkTo(path) }],
      footer: [say.footer.asker],
    };
  };
