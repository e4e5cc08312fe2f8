import { readFile } from "node:fs/promises";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

const root = path.resolve(import.meta.dirname, "..");

/** Tests counted; a check that is no test suite (types, lint) counts as one. What failed is named, in words for a person. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  faults: string[];
}

export const sumCounts = (counts: Count[]): Count =>
  counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
      faults: [...sum.faults, ...count.faults],
    }),
    { passed: 0, failed: 0, skipped: 0, faults: [] },
  );

/** A check that either holds or does not, as a count of one. */
export const asCount = (title: string, isPassed: boolean): Count => ({
  passed: isPassed ? 1 : 0,
  failed: isPassed ? 0 : 1,
  skipped: 0,
  faults: isPassed ? [] : [title],
});

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  testResults?: FileResult[];
}

interface FileResult {
  name: string;
  status: string;
  message?: string;
  assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
}

/** What a suite's JSON report counts. A suite that wrote none, ran no test, or broke without a failing test has failed. */
export async function countOf(title: string, reportFile: string, isPassed: boolean): Promise<Count> {
  const text = await readFile(reportFile, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return asCount(`${title}: no report was written`, false);
  const report = JSON.parse(text) as Report;
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = report;
  const faults = (report.testResults ?? []).flatMap((file) => faultsOf(title, file));
  const isBroken = (!isPassed && failed === 0) || passed === 0;
  if (isBroken && faults.length === 0) faults.push(`${title}: broke without a failing test`);
  return { passed, failed: failed + (isBroken ? 1 : 0), skipped, faults };
}

function faultsOf(title: string, file: FileResult): string[] {
  const failing = file.assertionResults.filter(({ status }) => status === "failed");
  const where = `${title}: ${path.relative(root, file.name)}`;
  // A file whose set-up broke has no failing test of its own.
  if (file.status === "failed" && failing.length === 0) return [`${where}: ${brief(file.message)}`];
  return failing.map((test) => `${where} > ${test.fullName}: ${brief(test.failureMessages?.[0])}`);
}

/** What went wrong, what a page was waited for to show, and the line of the test: a report that is cut keeps its last lines. */
function brief(text = ""): string {
  const lines = stripVTControlCharacters(text).split("\n");
  const waited = lines.find((line) => line.includes("- waiting for "));
  const place = /tests\/[\w./-]+:\d+/.exec(text)?.[0];
  return [lines[0]!, waited, place].flatMap((part) => part?.trim().slice(0, 300) || []).join(" ");
}
