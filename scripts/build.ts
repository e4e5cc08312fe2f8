import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.resolve(import.meta.dirname, "..");
const stampFile = path.join(root, "build/site/.built-from");
const sources = ["app", "db", "geo", "public"];
const files = ["package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];

/** Where the built site lies: the server's module and the folder of client files. */
export const siteBuild = {
  server: pathToFileURL(path.join(root, "build/site/server/index.js")).href,
  clientFolder: path.join(root, "build/site/client"),
};

/** Builds the site unless what is there was built from exactly these sources. Says so before it begins. */
export async function ensureBuild(announce: (text: string) => void): Promise<void> {
  const wanted = await sourceHash();
  if (existsSync(stampFile) && (await readFile(stampFile, "utf8")) === wanted) return;
  announce("Building the site (about half a minute, only when the code has changed)");
  await runVite();
  await writeFile(stampFile, wanted);
}

async function sourceHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of sources) {
    const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const name of names.sort()) hash.update(path.relative(root, name)).update(await readFile(name));
  }
  for (const name of files) hash.update(name).update(await readFile(path.join(root, name)));
  return hash.digest("hex");
}

function runVite(): Promise<void> {
  const remix = path.join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const output: Buffer[] = [];
  const build = spawn(process.execPath, [remix, "vite:build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  build.stdout.on("data", (data: Buffer) => output.push(data));
  build.stderr.on("data", (data: Buffer) => output.push(data));
  return new Promise((resolve, reject) => {
    build.on("error", reject);
    build.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed:\n${Buffer.concat(output).toString()}`)),
    );
  });
}

if (process.argv[1] === import.meta.filename) await ensureBuild((text) => console.log(text));
