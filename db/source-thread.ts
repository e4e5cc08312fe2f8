import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type ResourceLimits } from "node:worker_threads";

/**
 * Starts a TypeScript source of ours in a thread of its own, wherever this code itself was loaded from; `task` is its `workerData`.
 *
 * @example startSource(urlOfSource, question, { stackSizeMb: 16 })
 */
export const startSource = (source: URL, task: unknown, resourceLimits: ResourceLimits): Worker =>
  new Worker(bootstrap(source), { eval: true, workerData: task, resourceLimits });

/** A worker does not inherit tsx from its process (Node 20), and does not find it by `--import`: it registers its own. */
function bootstrap(source: URL): string {
  const tsx = createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/\.cjs$/, ".mjs");
  const [api, entry] = [pathToFileURL(tsx).href, source.href].map((url) => JSON.stringify(url));
  return `import(${api}).then(({ register }) => { register(); return import(${entry}); })`;
}
