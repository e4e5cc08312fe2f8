import { chmodSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** PostgreSQL's clients look for this name in the folder that they are given as host. */
const SOCKET_NAME = ".s.PGSQL.5432";

/** The longest path that every system takes for a Unix socket; a longer one is cut off in silence. */
const LONGEST_SOCKET_PATH = 100;

/** Where the embedded database of a data folder keeps its things; all in one folder that only its owner may enter. */
export type Place = { folder: string; cluster: string; lock: string; created: string };

/** @example placeOf(".data").cluster // "/…/.data/pg/cluster" */
export function placeOf(dataDir: string): Place {
  const folder = resolve(dataDir, "pg");
  return {
    folder,
    cluster: join(folder, "cluster"),
    lock: join(folder, "lock.json"),
    created: join(folder, "created.json"),
  };
}

export function makePlace(place: Place): void {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  chmodSync(place.folder, 0o700);
}

export const socketIn = (folder: string) => join(folder, SOCKET_NAME);

/** The folder for the socket: the place itself, or a new private folder among the temporary ones if its path is long. */
export function socketFolderFor(place: Place): string {
  if (Buffer.byteLength(socketIn(place.folder)) <= LONGEST_SOCKET_PATH) return place.folder;
  return mkdtempSync(join(tmpdir(), "ejendomsportalen-"));
}
