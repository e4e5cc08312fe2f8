import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const routes = path.resolve(import.meta.dirname, "../../app/routes");

/** Reads what people send: a form with files, a table, a batch. What waited on a phone comes to a `-sync`. */
const reads = /\b(withUpload|withForm|readBatch)[(<]/;

const sourcesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(path.join(routes, folder))
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => [name, readFileSync(path.join(routes, folder, name), "utf8")]),
  );

test("a route that reads files or batches says so: nothing larger than a form would reach it else", () => {
  const folders = readdirSync(routes, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const taking = folders
    .map(({ name }) => ({ name, sources: sourcesOf(name) }))
    .filter(
      ({ name, sources }) =>
        name.endsWith("-sync") || [...sources.values()].some((source) => reads.test(source)),
    );
  expect(taking.length).toBeGreaterThan(15);
  const silent = taking.filter(({ sources }) => {
    const route = sources.get("route.ts") ?? sources.get("route.tsx") ?? "";
    return !/takes: "\w+"/.test(route);
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});
