import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/helpers/longest-first.ts";

/** Lends embedded databases from file to file. */
const databases = "tests/helpers/keep-databases.ts";

/** What files that ask for the site have in common is made before they run side by side. */
const served = { globalSetup: [databases, "tests/helpers/prepare-site.ts"] };

const atLeisure = {
  // A page takes its time on a busy machine; what is waited for comes at once otherwise.
  expect: { poll: { timeout: 30_000, interval: 50 } },
};

/** When a test is given up: it has hung, however busy the machine is. How long anything may take is for the benchmarks. */
const patience = { testTimeout: 90_000, hookTimeout: 300_000 };

/** The test suites by what they need: pure rules first, then a database, then a served and built app in a browser. */
const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, ...patience, ...extra },
});

export default defineConfig({
  test: {
    // Two files at a time, each with a database of its own: more would only take the cores from one another.
    ...{ minWorkers: 1, maxWorkers: 2 },
    sequence: { sequencer: LongestFirst },
    projects: [
      project("unit", ["tests/{domain,geo,app,floors}/**/*.test.{ts,tsx}"]),
      project("db", ["tests/{db,import,demo}/**/*.test.ts"], { globalSetup: databases }),
      project("http", ["tests/http/**/*.test.ts"], served),
      project("browser", ["tests/e2e/**/*.test.ts"], { ...served, ...atLeisure }),
      project("accessibility", ["tests/accessibility/**/*.test.ts"], { ...served, ...atLeisure }),
    ],
  },
});
