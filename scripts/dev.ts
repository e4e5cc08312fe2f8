import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import { runSite } from "./run-site.ts";

process.env.NODE_ENV ??= "development";

/** `npm run dev`: serves the sources as they are, and every change as it is saved. */
await runSite(async (announce) => {
  announce("Serving from the sources");
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    clientFiles: vite.middlewares,
  };
});
