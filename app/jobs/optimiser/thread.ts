import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** A problem of some size stands in memory several times over; without room the thread ends, and the server with it not. */
const memory = { maxOldGenerationSizeMb: 1024, stackSizeMb: 16 };

/** Starts a source file of ours in a thread of its own. @example startThread(new URL("./worker.ts", import.meta.url), question) */
export const startThread = (source: URL, question: unknown): Worker =>
  new Worker(bootstrap(source), { eval: true, workerData: question, resourceLimits: memory });

/** A worker does not inherit tsx from its process (Node 20): it registers its own. */
function bootstrap(source: URL): string {
  const tsx = createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/\.cjs$/, ".mjs");
  const [api, entry] = [pathToFileURL(tsx).href, source.href].map((url) => JSON.stringify(url));
  return `import(${api}).then(({ register }) => { register(); return import(${entry}); })`;
}
