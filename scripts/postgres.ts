import { spawn, spawnSync, type ChildProcess, type SpawnSyncOptions } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { StartRefusal } from "#db/start-refusal.ts";

const INSTALLED = "/usr/lib/postgresql";
const PACKAGES = ["postgresql-15", "postgresql-15-postgis-3"];
const OLDEST = 15;

/** Whom the server runs as, where that is not the user who runs this. */
type Owner = { uid: number; gid: number } | null;

export type RunningPostgres = { url: string; stop: () => Promise<void> };

/**
 * Starts a fresh PostgreSQL with PostGIS for the time of a test or a measurement: in a temporary folder, on a free port
 * of this machine only, and removed with all its data by `stop`. Installs Debian's packages where they are missing
 * (as root). Without fsync: nothing in it is worth surviving a power cut.
 *
 * @throws StartRefusal when it is not there and cannot be installed
 * @example const { url, stop } = await startPostgres()
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const programs = findPrograms() ?? installPrograms();
  const owner = unprivilegedUser();
  const { folder, data, password } = createCluster(programs, owner);
  const port = await freePort();
  const settings = [
    "fsync=off",
    "full_page_writes=off",
    "shared_buffers=256MB",
    "timezone=UTC",
    "max_connections=100",
  ];
  const server = spawn(
    join(programs, "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      "-k",
      folder,
      "-h",
      "127.0.0.1",
      ...settings.flatMap((text) => ["-c", text]),
    ],
    { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const killed = () => server.kill("SIGQUIT"); // our own process is going: nobody waits for a tidy end
  process.once("exit", killed);
  await untilReady(server, join(programs, "pg_isready"), port);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      process.off("exit", killed);
      const ended = once(server, "exit");
      if (server.exitCode === null && server.kill("SIGINT")) await ended;
      remove();
    },
  };
}

/** A new cluster in a temporary folder that belongs to `owner`, with one superuser and a password of chance. */
function createCluster(programs: string, owner: Owner): { folder: string; data: string; password: string } {
  const folder = mkdtempSync(join(tmpdir(), "ejendomsportalen-postgres-"));
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [folder, passwordFile]) if (owner) chownSync(path, owner.uid, owner.gid);
  const data = join(folder, "data");
  const words = [
    "-D",
    data,
    "-U",
    "postgres",
    `--pwfile=${passwordFile}`,
    "-A",
    "scram-sha-256",
    "--no-sync",
  ];
  run(join(programs, "initdb"), [...words, "--encoding=UTF8", "--locale=C.UTF-8"], { ...owner, cwd: folder });
  return { folder, data, password };
}

/** The folder of the newest installed programs that have PostGIS beside them. */
function findPrograms(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const versions = readdirSync(INSTALLED)
    .map(Number)
    .filter((version) => version >= OLDEST);
  const fit = versions
    .sort((one, other) => other - one)
    .find((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`));
  return fit === undefined ? null : join(INSTALLED, String(fit), "bin");
}

function installPrograms(): string {
  const remedy = `Install the packages ${PACKAGES.join(" and ")}, or set TEST_DATABASE_URL to a server of your own.`;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    throw new StartRefusal("PostgreSQL with PostGIS is not installed on this machine.", remedy);
  console.log("Installing PostgreSQL and PostGIS from Debian's packages …");
  const options: SpawnSyncOptions = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  run("apt-get", ["update", "-q"], options);
  run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...PACKAGES], options);
  const programs = findPrograms();
  if (!programs) throw new StartRefusal("PostgreSQL with PostGIS could not be installed.", remedy);
  return programs;
}

/** PostgreSQL refuses to run as root; Debian's package brings the user that it runs as instead. */
function unprivilegedUser(): Owner {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}

function run(program: string, words: string[], options: SpawnSyncOptions): void {
  const result = spawnSync(program, words, { ...options, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr || String(result.error)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function untilReady(server: ChildProcess, isReady: string, port: number): Promise<void> {
  let said = "";
  server.stderr?.on("data", (text) => (said = (said + String(text)).slice(-2000)));
  for (let tries = 0; tries < 150; tries++) {
    if (server.exitCode !== null) break;
    if (spawnSync(isReady, ["-q", "-h", "127.0.0.1", "-p", String(port)]).status === 0) return;
    await pause(200);
  }
  server.kill("SIGQUIT");
  throw new Error(`PostgreSQL did not start: ${said}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url, stop } = await startPostgres();
  console.log(url);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}
