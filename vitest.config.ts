import { defineConfig } from "vitest/config";

/** The test suites by what they need: pure rules first, then a database, then a served and built app in a browser. */
const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, testTimeout: 30_000, hookTimeout: 120_000, ...extra },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", ["tests/{domain,geo,app,floors}/**/*.test.{ts,tsx}"]),
      project("db", ["tests/{db,import,demo}/**/*.test.ts"], { fileParallelism: false }),
      project("http", ["tests/http/**/*.test.ts"], { fileParallelism: false }),
      project("browser", ["tests/e2e/**/*.test.ts"], {
        ...{ fileParallelism: false, testTimeout: 90_000 },
        // A page takes its time on a busy machine; what is waited for comes at once otherwise.
        expect: { poll: { timeout: 15_000, interval: 50 } },
      }),
    ],
  },
});
