import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EnvFault, readEnv, type Env } from "#app/env.server.ts";
import { createPlacingDesk } from "#app/jobs/placing/placing-desk.ts";
import { createPlanDesk } from "#app/jobs/planning/plan-desk.ts";
import { startBackground } from "#app/jobs/start-background.ts";
import { createApp, type AppOptions } from "#app/server/create-app.ts";
import { createLiveCases } from "#app/server/live/live-cases.ts";
import { drain, listen, mustBeFree, PortTaken } from "#app/server/listen.ts";
import { createLog } from "#app/server/logging.ts";
import { signingSecretIn } from "#app/server/signing-secret.ts";
import { localFolder } from "#app/server/storage/local-folder.ts";
import { openDatabase, type OpenDatabase } from "#db/client.server.ts";
import { ensureAllConditionBasics } from "#db/commands/ensure-condition-basics.ts";
import { ensureAllServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "#db/embedded/start.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { StartRefusal } from "#db/start-refusal.ts";
import { hasAnyAccount } from "#db/queries/account-existence.ts";
import type { DemoPortfolio } from "#db/demo/rows.ts";
import { announceAccounts, demoPortfolio, loadDemoOnce } from "./load-demo.ts";

/** What is served: the built site, or one that is built anew with every change. */
export type SiteFiles = Pick<AppOptions, "build" | "clientFiles">;

const say = (text: string): void => console.log(`  ${text}`);

/** Starts everything that one machine needs and says where it is; ends with the process. */
export async function runSite(
  prepare: (announce: typeof say, env: Env) => Promise<SiteFiles>,
): Promise<void> {
  await run(prepare).catch(refuse);
}

async function run(prepare: Parameters<typeof runSite>[0]): Promise<void> {
  const startedAt = performance.now();
  const env = readEnvironment();
  console.log("\nEjendomsportalen");
  await mustBeFree(env.HOST, env.PORT);
  // The database comes up in a thread of its own, while it is looked whether the site must be built anew.
  const now = new Date();
  const coming = [demoAhead(env, now), openFor(env), prepare(say, env)] as const;
  const [portfolio, { embedded, database }, site] = await Promise.all(coming);
  const applied = await migrateDatabase(database.sql);
  if (applied.length > 0) say(`Database brought up to date: ${applied.join(", ")}`);
  await ensureAllServiceBasics(database.db);
  await ensureAllConditionBasics(database.db);
  const isDemo = env.DEMO && (await loadDemoOnce(database.db, now, say, portfolio));
  const setupToken = env.SETUP_TOKEN ?? randomBytes(18).toString("base64url");
  const log = createLog(env.LOG_LEVEL);
  const files = localFolder(path.join(env.DATA_DIR, "files"));
  let isStopping = false;
  const signingSecret = signingSecretIn(env.DATA_DIR, env.SIGNING_SECRET);
  const address = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const background = startBackground({ db: database.db, env, log, address, secret: signingSecret });
  const live = createLiveCases(database.db, log);
  const plans = createPlanDesk(database.db, log);
  const placing = createPlacingDesk(database.db, log);
  const app = createApp({
    ...site,
    db: database.db,
    files,
    env,
    log,
    setupToken,
    signingSecret,
    live,
    plans,
    placing,
    isStopping: () => isStopping,
    onChange: () => background.wake(),
  });
  const server = await listen(app, env.HOST, env.PORT);
  say(`Ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${address}`);
  if (isDemo) announceAccounts(say);
  if (!(await hasAnyAccount(database.db)))
    say(`Set up the first administrator: ${address}/setup?token=${setupToken}`);
  say("Stop with Ctrl-C\n");

  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    live.stop();
    await Promise.all([drain(server), background.stop(), plans.stop(), placing.stop()]);
    await database.close();
    await embedded?.stop();
    process.exit(code);
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));
  void embedded?.broken.then((cause) => {
    log.fatal({ err: cause }, "the embedded database broke down");
    return stop(1);
  });
}

/** At a first start the demo is made up while the database comes up and the site is built, in a thread and a process of their own. */
async function demoAhead(env: Env, now: Date): Promise<DemoPortfolio | undefined> {
  if (!env.DEMO || env.DATABASE_URL || existsSync(env.DATA_DIR)) return undefined;
  await pause(2_000);
  return demoPortfolio(now);
}

function readEnvironment(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readEnv(process.env);
}

async function openFor(env: Env): Promise<{ embedded: EmbeddedDatabase | null; database: OpenDatabase }> {
  const options = { poolSize: env.DATABASE_POOL, prepare: env.DATABASE_PREPARE };
  if (env.DATABASE_URL) {
    say("Using the database at DATABASE_URL");
    return { embedded: null, database: openDatabase({ url: env.DATABASE_URL }, options) };
  }
  say(`Opening the embedded database in ${path.resolve(env.DATA_DIR)}`);
  const embedded = await startEmbeddedDatabase({ dataDir: env.DATA_DIR });
  return { embedded, database: openDatabase(embedded.connection, { ...options, poolSize: 4 }) };
}

/** What a person can mend is told in plain words; anything else keeps its trace. */
function refuse(error: unknown): never {
  const isForPeople =
    error instanceof EnvFault || error instanceof PortTaken || error instanceof StartRefusal;
  if (isForPeople)
    console.error(`\n${error.message}${error instanceof StartRefusal ? `\n${error.remedy}` : ""}\n`);
  else console.error(error);
  process.exit(1);
}
