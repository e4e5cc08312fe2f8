/**
 * The worker thread of the embedded database: PGlite, the session and the socket. It dies with its process, where a
 * child process would live on after a `kill -9` and keep the data folder.
 */
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

import { Connection } from "./connection.ts";
import { openEngine, type Engine, type EngineSource } from "./engine.ts";
import { Session } from "./session.ts";

/** What the worker is told when it is made. */
export type Assignment = { source: EngineSource; socketPath: string; idleInTransactionMs: number };

/** What the worker is asked, and what it answers (errors go to the worker's `error` event). */
export type Request = { ask: "stop" | "remember" | "rewind" } | { ask: "dump"; to: string };
export type Answer =
  | { done: "start" }
  | { done: "stop" }
  | { done: "remember" }
  | { done: "dump"; to: string }
  | { done: "rewind"; isBack: boolean };

const { source, socketPath, idleInTransactionMs } = workerData as Assignment;
const port = parentPort!;
const say = (answer: Answer) => port.postMessage(answer);

/** How often the log is looked at: what has been written since may have to be read again after a kill. */
const CHECKPOINT_EVERY_MS = 20_000;

const session = new Session({ idleInTransactionMs });
const engine = openEngine(source);
const greeting = engine.then((opened) => opened.greeting);
const sockets = new Set<Socket>();
let connections = 0;

const server = createServer((socket) => {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
  new Connection(socket, session, greeting, ++connections);
});

// Listens before the database is there: who asks whether the folder is in use is answered, who connects waits.
rmSync(socketPath, { force: true });
server.listen(socketPath);

engine.then(begin, (error: unknown) => {
  throw error;
});

function begin(opened: Engine): void {
  session.begin(opened);
  setInterval(() => void session.whenFree(() => opened.checkpoint()), CHECKPOINT_EVERY_MS).unref();
  port.on("message", (request: Request) => {
    if (request.ask === "stop") void stop(opened);
    else if (request.ask === "dump") void dump(opened, request.to);
    else if (request.ask === "remember") void remember(opened);
    else void rewind(opened);
  });
  say({ done: "start" });
}

async function remember(opened: Engine): Promise<void> {
  await session.whenFree(() => opened.remember());
  say({ done: "remember" });
}

/** Whoever is still there is sent away first: what they prepared is gone with the rest. */
async function rewind(opened: Engine): Promise<void> {
  await Promise.all([...sockets].map((socket) => once(socket.destroy(), "close")));
  await session.whenFree(async () => say({ done: "rewind", isBack: await opened.rewind() }));
}

async function dump(opened: Engine, to: string): Promise<void> {
  await session.whenFree(async () => writeFile(to, await opened.dump()));
  say({ done: "dump", to });
}

async function stop(opened: Engine): Promise<void> {
  server.close();
  for (const socket of sockets) socket.destroy();
  await session.whenFree(() => opened.close());
  say({ done: "stop" });
  port.close();
}
