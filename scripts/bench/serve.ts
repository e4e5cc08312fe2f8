import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { readEnv } from "#app/env.server.ts";
import { createApp } from "#app/server/create-app.ts";
import { createPlacingDesk } from "#app/jobs/placing/placing-desk.ts";
import { createPlanDesk } from "#app/jobs/planning/plan-desk.ts";
import { createLiveCases } from "#app/server/live/live-cases.ts";
import { listen } from "#app/server/listen.ts";
import { createLog } from "#app/server/logging.ts";
import { localFolder } from "#app/server/storage/local-folder.ts";
import { openDatabase } from "#db/client.server.ts";
import { siteBuild } from "../build.ts";

/**
 * The built site in a process of its own, so that what is measured is the server alone: says its port to its parent,
 * and its memory after a full collection whenever the parent asks.
 */
const env = readEnv({ ...process.env, LOG_LEVEL: "error", DEMO: "on" });
const { db } = openDatabase({ url: env.DATABASE_URL! }, { poolSize: 8 });
const build = (await import(siteBuild.server)) as ServerBuild;
const log = createLog(env.LOG_LEVEL);
const app = createApp({
  ...{
    db,
    files: localFolder(`${env.DATA_DIR}/files`),
    env,
    log,
    build,
    setupToken: "unused",
    signingSecret: "unused",
  },
  live: createLiveCases(db, log),
  plans: createPlanDesk(db, log),
  placing: createPlacingDesk(db, log),
  clientFiles: siteBuild.clientFolder,
});
const server = await listen(app, "127.0.0.1", 0);
process.on("message", () => {
  gc?.();
  gc?.();
  process.send?.({ memory: process.memoryUsage() });
});
process.on("disconnect", () => process.exit(0));
process.send?.({ port: (server.address() as AddressInfo).port });
