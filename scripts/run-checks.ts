import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { asCount, countOf, sumCounts, type Count } from "./count-tests.ts";

const root = path.resolve(import.meta.dirname, "..");
const bin = (name: string): string => path.join(root, "node_modules/.bin", name);

/** Runs a command and says how it went; its output is shown as it comes. */
function run(
  title: string,
  command: string,
  parameters: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  console.log(`\n── ${title}`);
  const startedAt = performance.now();
  return endOf(
    title,
    startedAt,
    spawn(command, parameters, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } }),
  );
}

/** The same for what runs beside others: its output is shown in one piece when it has ended. */
async function runQuietly(title: string, command: string, parameters: string[]): Promise<Count> {
  const startedAt = performance.now();
  const child = spawn(command, parameters, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => output.push(data));
  child.on("close", () => process.stdout.write(Buffer.concat(output)));
  return asCount(title, await endOf(title, startedAt, child));
}

function endOf(title: string, startedAt: number, child: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
      console.log(`── ${title}: ${code === 0 ? "passed" : "FAILED"} (${seconds} s)`);
      resolve(code === 0);
    });
  });
}

const floorsOf = ["--config", ".dependency-cruiser.cjs", "app", "db", "geo", "scripts"];

/** Types, style, formatting, floors and unused code: types on one core, the others one after the other beside it. */
export async function runStaticChecks(): Promise<Count> {
  const types = runQuietly("types", bin("tsc"), ["--noEmit"]);
  const others = [
    () => runQuietly("lint", bin("eslint"), [".", "--max-warnings", "0"]),
    () => runQuietly("formatting", bin("prettier"), ["--check", "--log-level", "warn", "."]),
    () => runQuietly("floors", bin("depcruise"), floorsOf),
    () => runQuietly("unused code", bin("knip"), []),
  ];
  const counts: Count[] = [];
  for (const check of others) counts.push(await check());
  return sumCounts([await types, ...counts]);
}

/** The test suites by what they need (vitest.config.ts), in this order, so that the cheapest fault shows first. */
export type Suite = "unit" | "db" | "http" | "browser" | "accessibility";

/** Runs suites and counts their tests. A suite that ran no test, or broke before it could count, has failed. */
export async function runSuites(
  suites: Suite[],
  where: string,
  env: Record<string, string> = {},
): Promise<Count> {
  const folder = await mkdtemp(path.join(tmpdir(), "ejendomsportalen-"));
  const counts: Count[] = [];
  for (const suite of suites) {
    const title = `${suite} tests, ${where}`;
    const report = path.join(folder, `${suite}.json`);
    const parameters = [
      "run",
      "--project",
      suite,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ];
    const isPassed = await run(title, bin("vitest"), parameters, env);
    counts.push(await countOf(title, report, isPassed));
  }
  await rm(folder, { recursive: true });
  return sumCounts(counts);
}

/** Closes a run with what failed, named, and what it counted, alone on the last line. */
export function closeWith(count: Count): never {
  console.log(count.faults.map((fault) => `\n✗ ${fault}`).join(""));
  console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0);
}
