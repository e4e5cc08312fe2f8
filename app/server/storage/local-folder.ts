import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { newId } from "#domain/id.ts";
import type { FileStorage } from "./file-storage.ts";

const shapeOfKey = /^[0-9a-f]{2}\/[0-9a-f]{64}-[0-9a-f-]{36}$/;

/** Files in a folder of this machine, made when the first file comes. @example localFolder(".data/files") */
export function localFolder(root: string): FileStorage {
  const placeOf = (key: string): string => {
    if (!shapeOfKey.test(key)) throw new Error(`Not a key of the file storage: ${key}`);
    return path.join(root, key);
  };
  return {
    put: (key, content) => putWhole(placeOf(key), content),
    async get(key) {
      const file = await open(placeOf(key)).catch(nullIfMissing);
      return file?.createReadStream() ?? null;
    },
    remove: (key) => rm(placeOf(key), { force: true }),
  };
}

/** Beside its place first, on the disk for certain, then under its name: a power cut leaves all of a file or nothing. */
async function putWhole(place: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true });
  const draft = path.join(folder, `.draft-${newId()}`);
  try {
    await pipeline(content, createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true }));
    await rename(draft, place);
    await syncFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A new name lies in the folder, which is written to the disk on its own. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

const nullIfMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === "ENOENT") return null;
  throw error;
};
