import type { ServerBuild } from "@remix-run/node";
import { ensureBuild, siteBuild } from "./build.ts";
import { runSite } from "./run-site.ts";

process.env.NODE_ENV ??= "production";

/** `npm start`: builds what has changed and serves it. */
await runSite(async (announce) => {
  await ensureBuild(announce);
  return { build: (await import(siteBuild.server)) as ServerBuild, clientFiles: siteBuild.clientFolder };
});
