import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "#db/embedded/start.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the embedded databases are lent, if they are. */
    keptDatabases: string;
  }
}

type Kept = { snapshot: string; database: EmbeddedDatabase; folder: string };

/**
 * Keeps embedded databases for the test files of a suite. Each starts from a snapshot, is lent to one file at a time over
 * a socket, and is put back to the snapshot for the next: to start one anew takes seconds of both cores. Who asks sends
 * the path of a snapshot and is told how to connect; the database is given back when the asker's socket closes, also
 * that of a file that died.
 */
export default function keepDatabases(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-kept-"));
  const free: Kept[] = [];
  const all = new Set<Kept>();
  const lend = async (socket: Socket, snapshot: string) => {
    const kept = (await takeFree(free, snapshot)) ?? (await begin(snapshot));
    all.add(kept);
    if (socket.destroyed) return void free.push(kept);
    socket.once("close", () => free.push(kept));
    socket.write(`${JSON.stringify(kept.database.connection)}\n`);
  };
  const server = createServer((socket) => {
    socket.on("error", () => undefined); // who asked has died: its closing follows
    socket.setEncoding("utf8").once("data", (line: string) => {
      lend(socket, line.trim()).catch((error: unknown) => {
        console.error(error);
        socket.destroy();
      });
    });
  });
  const socketPath = path.join(folder, "socket");
  server.listen(socketPath);
  project.provide("keptDatabases", socketPath);
  return async () => {
    server.close();
    await Promise.all([...all].map(end));
    rmSync(folder, { recursive: true, force: true });
  };
}

/** One that was begun from this snapshot and is as it was then; what cannot be put back is not lent again. */
async function takeFree(free: Kept[], snapshot: string): Promise<Kept | undefined> {
  for (;;) {
    const at = free.findIndex((kept) => kept.snapshot === snapshot);
    if (at < 0) return undefined;
    const [kept] = free.splice(at, 1);
    if (await kept!.database.rewind().catch(() => false)) return kept;
    await end(kept!);
  }
}

async function begin(snapshot: string): Promise<Kept> {
  const folder = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-kept-"));
  const database = await startEmbeddedDatabase({ dataDir: folder, fromSnapshot: snapshot, inMemory: true });
  await database.remember();
  return { snapshot, database, folder };
}

async function end({ database, folder }: Kept): Promise<void> {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
