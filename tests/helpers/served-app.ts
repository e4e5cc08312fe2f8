import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll } from "vitest";
import { readEnv } from "#app/env.server.ts";
import { startBackground, type Background } from "#app/jobs/start-background.ts";
import { createApp } from "#app/server/create-app.ts";
import { createPlacingDesk } from "#app/jobs/placing/placing-desk.ts";
import { createPlanDesk } from "#app/jobs/planning/plan-desk.ts";
import { createLiveCases } from "#app/server/live/live-cases.ts";
import { listen } from "#app/server/listen.ts";
import { createLog } from "#app/server/logging.ts";
import { localFolder } from "#app/server/storage/local-folder.ts";
import { openDatabase, type Db } from "#db/client.server.ts";
import { DEMO_PASSWORD } from "#db/demo/demo-account.ts";
import { ensureBuild, siteBuild } from "#scripts/build.ts";
import { startTestDatabase } from "./database.ts";
import { startDemoDatabase } from "./demo-database.ts";

export interface ServedApp {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  readonly db: Db;
  readonly setupToken: string;
  /** Signs in through the form as a demo account (`manager`) and returns the cookie to send. */
  signIn: (name: string) => Promise<string>;
  /** Asks for a path as an account (by cookie) or as nobody. Redirects are not followed. */
  get: (path: string, cookie?: string) => Promise<Response>;
  post: (path: string, fields: Record<string, string>, cookie?: string) => Promise<Response>;
  /** The mails that have been written so far, as a mail program reads them, the oldest first. */
  mails: () => Promise<Email[]>;
}

export interface ServedAppOptions {
  /** With the demo portfolio, or empty. */
  demo?: boolean;
  /** Settings as the environment would give them. */
  settings?: Record<string, string>;
  /** With the work that follows from changes; mails are then files, to be read by `mails`. */
  background?: boolean;
}

export const signingSecret = "what-this-test-signs-codes-and-links-with";
const setupToken = "the-word-on-the-console-of-this-test";

/**
 * The built site on a free port, with the demo portfolio or with an empty database, for one test file.
 * @example const site = useServedApp(); test("…", async () => { await site.get("/portfolio", await site.signIn("manager")) })
 */
export function useServedApp(options: ServedAppOptions = {}): ServedApp {
  let started: Served | undefined;
  beforeAll(async () => {
    started = await serve(options);
  });
  afterAll(() => started?.stop());
  const running = () => {
    if (!started) throw new Error("The site is there inside tests and hooks only");
    return started;
  };
  const get = (path: string, cookie = "") =>
    fetch(running().origin + path, { redirect: "manual", headers: { Cookie: cookie } });
  const post = (path: string, fields: Record<string, string>, cookie = "") =>
    fetch(running().origin + path, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie, Origin: running().origin },
      body: new URLSearchParams(fields),
    });
  return {
    get origin() {
      return running().origin;
    },
    get db() {
      return running().db;
    },
    setupToken,
    get,
    post,
    mails: () => mailsIn(running().mailFolder),
    signIn: async (name) => {
      const answer = await post("/sign-in", { email: `${name}@demo.example`, password: DEMO_PASSWORD });
      const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
      if (answer.status !== 302 || !cookie) throw new Error(`${name} could not sign in: ${answer.status}`);
      return cookie;
    },
  };
}

interface Served {
  origin: string;
  db: Db;
  mailFolder: string;
  stop: () => Promise<void>;
}

const mailsIn = (folder: string): Promise<Email[]> =>
  Promise.all(
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => name.endsWith(".eml"))
      .sort()
      .map((name) => PostalMime.parse(readFileSync(path.join(folder, name)))),
  );

async function serve({ demo = true, settings = {}, background = false }: ServedAppOptions): Promise<Served> {
  await ensureBuild(() => undefined);
  const started = await (demo ? startDemoDatabase() : startTestDatabase());
  const database = openDatabase(started.address, { poolSize: 4 });
  const build = (await import(/* @vite-ignore */ siteBuild.server)) as ServerBuild;
  const filesFolder = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-files-"));
  const env = readEnv({ LOG_LEVEL: "error", DEMO: demo ? "on" : "off", ...settings });
  const log = createLog(env.LOG_LEVEL);
  const live = createLiveCases(database.db, log);
  const plans = createPlanDesk(database.db, log);
  const placing = createPlacingDesk(database.db, log);
  let running: Background | undefined;
  const app = createApp({
    ...{
      db: database.db,
      files: localFolder(filesFolder),
      env,
      log,
      build,
      setupToken,
      signingSecret,
      live,
      plans,
      placing,
    },
    clientFiles: siteBuild.clientFolder,
    onChange: () => running?.wake(),
  });
  const server = await listen(app, "127.0.0.1", 0);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (background) {
    const ofFolder = { ...env, DATA_DIR: filesFolder };
    running = startBackground({
      db: database.db,
      env: ofFolder,
      log,
      address: origin,
      secret: signingSecret,
    });
  }
  return {
    origin,
    db: database.db,
    mailFolder: path.join(filesFolder, "mail"),
    stop: async () => {
      live.stop();
      await running?.stop();
      await plans.stop();
      await placing.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      await started.stop();
      rmSync(filesFolder, { recursive: true, force: true });
    },
  };
}
