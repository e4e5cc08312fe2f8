import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../helpers/database.ts";
import { writeLargeFile } from "./large-file.ts";
import { row } from "./rows.ts";
import { writeSmallPortfolio } from "./small-portfolio.ts";

const database = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "ejendom-import-test-"));
const root = path.resolve(import.meta.dirname, "../..");

beforeAll(async () => void (await writeSmallPortfolio(database.db)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where the database is, as settings of the environment. */
function address(): Record<string, string> {
  const where = database.address;
  if ("url" in where) return { DATABASE_URL: where.url };
  return { DATABASE_URL: "postgres:///postgres", PGHOST: where.host, PGUSER: where.user };
}

function start(args: string[], env: Record<string, string> = address()) {
  const command = ["--import", "tsx", "scripts/import.ts", ...args];
  const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...env } });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.err += chunk.toString()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, ...output })),
  );
  return { child, output, ended };
}

const lastLine = (text: string) => JSON.parse(text.trim().split("\n").at(-1)!) as Record<string, unknown>;
const write = (name: string, content: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

test("ends with one line of JSON, and with 0 where all was taken", async () => {
  const file = write("fine.json", JSON.stringify([row({ byg026Opførelsesår: 1999 })]));
  const { code, out } = await start([file, "--json"]).ended;
  expect(lastLine(out)).toEqual({ added: 0, changed: 1, unchanged: 0, ignored: 0, staged: 0, refused: [] });
  expect(code).toBe(0);
});

test("ends with 1 and the row, the field and the reason in Danish where some were refused", async () => {
  const file = write("refused.json", JSON.stringify([row({ byg021BygningensAnvendelse: "777" })]));
  const { code, out } = await start([file, "--json", "--locale", "da"]).ended;
  const reason = "Koden “777” findes ikke i BBR’s kodeliste.";
  expect(lastLine(out)["refused"]).toEqual([{ row: 1, field: "byg021BygningensAnvendelse", reason }]);
  expect(code).toBe(1);
});

test("ends with 2 for what cannot be read, asked or reached", async () => {
  const empty = await start([write("empty.json", ""), "--json"]).ended;
  expect(empty.code).toBe(2);
  expect(lastLine(empty.out)).toMatchObject({ added: 0, refused: [], error: "The file is empty." });
  const missing = await start([path.join(folder, "nowhere.json")]).ended;
  expect(missing).toMatchObject({ code: 2, out: "" });
  expect(missing.err).toContain("does not exist");
  const option = await start(["x.json", "--aply"]).ended;
  expect(option.code).toBe(2);
  expect(option.err).toContain("npm run import -- FILE");
  const unreachable = await start([write("a.json", JSON.stringify([row({ byg026Opførelsesår: 1999 })]))], {
    DATABASE_URL: "postgres://postgres@127.0.0.1:1/none",
  }).ended;
  expect(unreachable.code).toBe(2);
  expect(unreachable.err).not.toContain("    at ");
});

test("says how it is used", async () => {
  const { code, out } = await start(["--help"]).ended;
  expect(out).toContain("--apply");
  expect(code).toBe(0);
});

test("killed in the middle of writing, it leaves nothing behind", async () => {
  const file = path.join(folder, "large.json");
  await writeLargeFile(file, 20_000);
  const { child, output, ended } = start([file, "--apply"]);
  await expect.poll(() => output.err, { timeout: 60_000, interval: 20 }).toMatch(/comparing: [468]000/);
  child.kill("SIGKILL");
  await ended;
  const counts = async () => {
    const [found] = await database.db.execute<{ staged: number; runs: number }>(sql`
      select (select count(*)::int from staged_building) as staged, (select count(*)::int from import_run) as runs`);
    return found;
  };
  expect(await counts()).toEqual({ staged: 0, runs: 0 });
}, 120_000);
