import { workHandlers } from "#app/jobs/handlers/index.ts";
import type { Mail } from "#app/jobs/mail/mail.ts";
import { runDueWork } from "#app/jobs/runner/run-work.ts";
import type { Db } from "#db/client.server.ts";

/** Runs everything that is due at an instant and keeps the mails that would leave. */
export function mailBox(db: Db, secret = "a secret of this test alone, long enough") {
  const mails: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => undefined };
  const linkTo = (to: string) => `https://portal.example${to}`;
  const handlers = workHandlers({ db, mailer, secret, linkTo });
  const faults: unknown[] = [];
  const log = {
    warn: (about: object) => void faults.push(about),
    error: (about: object) => void faults.push(about),
  };
  return {
    secret,
    /** The mails that left since the last call, by whom they went to. */
    async deliver(now: Date): Promise<Mail[]> {
      while ((await runDueWork({ db, handlers, log, clock: () => now })) > 0);
      if (faults.length > 0) throw (faults[0] as { err: unknown }).err;
      return mails.splice(0).sort((a, b) => (a.to < b.to ? -1 : 1));
    },
  };
}
