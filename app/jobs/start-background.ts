import { hostname } from "node:os";
import path from "node:path";
import type { Env } from "#app/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { workHandlers } from "./handlers/index.ts";
import { folderMailer, smtpMailer, type Mailer } from "./mail/mailer.ts";
import { periodicWorks } from "./periodic/index.ts";
import type { JobLog } from "./runner/job-log.ts";
import { startLoop } from "./runner/loop.ts";
import { runDuePeriodicWork } from "./runner/run-periodic.ts";
import { runDueWork } from "./runner/run-work.ts";

export interface BackgroundOptions {
  db: Db;
  env: Pick<Env, "SMTP_URL" | "MAIL_FROM" | "DATA_DIR">;
  log: JobLog;
  /** The address of the site, for links in mails. */
  address: string;
  /** What those links are signed with. */
  secret: string;
}

/** What runs beside the answers to requests. */
export interface Background {
  /** Something may have been queued just now. */
  wake: () => void;
  /** Ends what is under way, begins nothing new. What is cut short comes up again when its lease ends. */
  stop: () => Promise<void>;
}

/** How often the outbox is asked when nobody wakes us: other processes write into it too. */
const restMs = 2_000;
const periodicRestMs = 15_000;
/** Whoever opens the site first is answered first; work by the clock has waited until now and can wait a little more. */
const periodicRestFirstMs = 4_000;
const graceMs = 8_000;
const usualFrom = "Ejendomsportalen <no-reply@localhost>";

/** Starts the work that follows from changes and the work that comes by the clock. */
export function startBackground({ db, env, log, address, secret }: BackgroundOptions): Background {
  const mailer = mailerOf(env);
  const linkTo = (to: string) => new URL(to, address).href;
  const handlers = workHandlers({ db, mailer, secret, linkTo });
  const clock = () => new Date();
  const holder = `${hostname()} ${process.pid}`;
  const works = startLoop(() => runDueWork({ db, handlers, log, clock }), restMs, log);
  const periodic = startLoop(
    async () => {
      await runDuePeriodicWork({ db, works: periodicWorks, holder, log, clock });
      works.wake();
      return 0;
    },
    periodicRestMs,
    log,
    periodicRestFirstMs,
  );
  return {
    wake: works.wake,
    stop: async () => {
      await Promise.all([works.stop(graceMs), periodic.stop(graceMs)]);
      mailer.close();
    },
  };
}

/** By SMTP where the settings name a server; else into a folder, one file a mail. */
function mailerOf({ SMTP_URL, MAIL_FROM, DATA_DIR }: BackgroundOptions["env"]): Mailer {
  const from = MAIL_FROM ?? usualFrom;
  const host = /@([^\s<>@]+?)>?$/.exec(from)?.[1] ?? "localhost";
  return SMTP_URL ? smtpMailer(SMTP_URL, from, host) : folderMailer(path.join(DATA_DIR, "mail"), from, host);
}
