import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countOf } from "#scripts/count-tests.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "count-tests-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function counted(report: object | null, isPassed: boolean) {
  const file = path.join(folder, `${Math.random()}.json`);
  if (report) await writeFile(file, JSON.stringify(report));
  return countOf("db tests", file, isPassed);
}

const file = (name: string) => path.resolve(import.meta.dirname, "../..", name);
const failing = {
  fullName: "a rent is right",
  status: "failed",
  failureMessages: ["Error: 1 is not 2\n at x"],
};

test("a suite that passed is counted and has no fault", async () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, testResults: [] };
  expect(await counted(report, true)).toEqual({ passed: 3, failed: 0, skipped: 1, faults: [] });
});

test("a failing test is named with its file and the first line of why", async () => {
  const result = { name: file("tests/db/rent.test.ts"), status: "failed", assertionResults: [failing] };
  const count = await counted({ numPassedTests: 3, numFailedTests: 1, testResults: [result] }, false);
  expect(count).toMatchObject({ passed: 3, failed: 1 });
  expect(count.faults).toEqual(["db tests: tests/db/rent.test.ts > a rent is right: Error: 1 is not 2"]);
});

test("a page that never showed what was waited for is named with that, and with the line of the test", async () => {
  const message = [
    "TimeoutError: locator.waitFor: Timeout 30000ms exceeded.",
    "Call log:",
    "\u001B[2m  - waiting for getByText('Sent') to be visible\u001B[22m",
    "",
    `    at ${file("tests/e2e/survey.test.ts")}:152:41`,
  ].join("\n");
  const result = {
    ...{ name: file("tests/e2e/survey.test.ts"), status: "failed" },
    assertionResults: [{ ...failing, failureMessages: [message] }],
  };
  const { faults } = await counted({ numPassedTests: 3, numFailedTests: 1, testResults: [result] }, false);
  expect(faults[0]).toContain(
    "Timeout 30000ms exceeded. - waiting for getByText('Sent') to be visible tests/e2e/survey.test.ts:152",
  );
});

test("a file whose set-up broke counts as a failure and is named", async () => {
  const result = {
    name: file("tests/db/rent.test.ts"),
    status: "failed",
    message: "no database",
    assertionResults: [],
  };
  const count = await counted({ numPassedTests: 3, numFailedTests: 0, testResults: [result] }, false);
  expect(count).toMatchObject({ failed: 1, faults: ["db tests: tests/db/rent.test.ts: no database"] });
});

test("a suite without report, without tests, or that broke after its tests has failed", async () => {
  expect(await counted(null, true)).toMatchObject({ failed: 1, faults: ["db tests: no report was written"] });
  expect(await counted({ numPassedTests: 0, testResults: [] }, true)).toMatchObject({ failed: 1 });
  expect((await counted({ numPassedTests: 2, testResults: [] }, false)).faults).toHaveLength(1);
});
