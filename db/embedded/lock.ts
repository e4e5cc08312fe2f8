import { existsSync, linkSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { StartRefusal } from "../start-refusal.ts";
import { socketFolderFor, socketIn, type Place } from "./place.ts";

/** Who holds a data folder, and in which folder its socket is (elsewhere when the path would be too long). */
export type Holder = { pid: number; token: string; socketFolder: string };

/** How long a live process may take from taking the lock to listening. */
const GRACE_MS = 4000;

/** Locks taken by this very process: in a container the dead holder had our process id too. */
const held = new Set<string>();

/**
 * Takes the data folder for this process. A lock left behind by a process that is gone is recognised by a socket that
 * nobody answers, and taken over.
 *
 * @throws StartRefusal naming the process that has the folder
 */
export async function takeLock(place: Place): Promise<Holder> {
  const own: Holder = { pid: process.pid, token: crypto.randomUUID(), socketFolder: socketFolderFor(place) };
  for (let tries = 0; tries < 5; tries++) {
    if (link(place, own)) {
      await pause(20); // whoever saw the old lock in the same moment has replaced ours by now, if ever
      if (readHolder(place)?.token === own.token) {
        held.add(own.token);
        return own;
      }
    }
    const holder = readHolder(place);
    if (!holder) continue;
    if (await isAlive(holder)) throw inUse(place, holder);
    if (readHolder(place)?.token === holder.token) clear(place, holder);
  }
  throw inUse(place, readHolder(place));
}

/** Gives the folder back, if it is still ours. */
export function releaseLock(place: Place, own: Holder): void {
  held.delete(own.token);
  if (readHolder(place)?.token === own.token) clear(place, own);
}

/** The process that serves this data folder now, or null. */
export async function findHolder(place: Place): Promise<Holder | null> {
  const holder = readHolder(place);
  return holder && (await isAlive(holder)) ? holder : null;
}

/** Writing beside and linking makes the lock appear whole, and only where there is none. */
function link(place: Place, own: Holder): boolean {
  const draft = `${place.lock}.${own.token}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    linkSync(draft, place.lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(place: Place): Holder | null {
  try {
    return JSON.parse(readFileSync(place.lock, "utf8")) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    if (error instanceof SyntaxError) return { pid: -1, token: "", socketFolder: place.folder }; // torn by a crash
    throw error;
  }
}

function clear(place: Place, holder: Holder): void {
  rmSync(socketIn(holder.socketFolder), { force: true });
  if (holder.socketFolder !== place.folder && existsSync(holder.socketFolder)) rmdirSync(holder.socketFolder);
  rmSync(place.lock, { force: true });
}

/** A socket that answers is alive. A process that has just begun may not listen yet; a process id may be used again. */
async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.pid === process.pid) return held.has(holder.token);
  for (const start = Date.now(); ; await pause(100)) {
    if (await answers(socketIn(holder.socketFolder))) return true;
    if (!processExists(holder.pid) || Date.now() - start > GRACE_MS) return false;
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

function processExists(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const inUse = (place: Place, holder: Holder | null) =>
  new StartRefusal(
    `The data folder ${dirname(place.folder)} is in use by another process (pid ${holder?.pid ?? "unknown"}).`,
    "Stop that process first, or set DATA_DIR to another folder.",
  );
