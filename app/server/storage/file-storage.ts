import type { Readable } from "node:stream";

/**
 * Where files lie, by keys that we make: a folder of this machine, or one day a store elsewhere. A key that was put is
 * there whole and for good when `put` returns, and is not there at all before.
 */
export interface FileStorage {
  put: (key: string, content: AsyncIterable<Uint8Array>) => Promise<void>;
  /** The file as a stream, or null where there is none. Whoever asks reads it to the end or destroys it. */
  get: (key: string) => Promise<Readable | null>;
  /** Takes a file away; one that is not there is no fault. */
  remove: (key: string) => Promise<void>;
}

/** The key of a file: by its content and the id of what it belongs to, never by a name that someone chose.
 *  @example storageKeyOf("9f86d0…", "0190…") // "9f/9f86d0…-0190…" */
export const storageKeyOf = (sha256: string, id: string): string => `${sha256.slice(0, 2)}/${sha256}-${id}`;
