import type { Db } from "#db/client.server.ts";
import type { ClaimedWork } from "#db/commands/outbox/claim-work.ts";
import type { Mail } from "../mail/mail.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { WorkHandler } from "../runner/run-work.ts";

/** What background work needs besides the database row it works on. */
export interface JobTools {
  db: Db;
  mailer: Mailer;
  /** What links in mails are signed with. */
  secret: string;
  /** The full address of a path. @example linkTo("/cases/2026-000123") */
  linkTo: (path: string) => string;
}

/** Writes a mail from what the database says at the time of sending; null where there is nothing to say any longer. */
export type Compose = (db: Db, work: ClaimedWork, now: Date) => Promise<Mail | null>;

/** Composes in one short reading and sends afterwards, so that a slow mail server holds no transaction open. */
export const mailHandler = (tools: JobTools, compose: Compose): WorkHandler => ({
  outside: async (work, now) => {
    const mail = await compose(tools.db, work, now);
    if (mail) await tools.mailer.send(mail);
  },
});
