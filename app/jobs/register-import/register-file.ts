import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { UnreadableFile } from "#domain/register-import/reasons.ts";

/** A file that comes in, wherever it is kept: its bytes can be read once. */
export interface RegisterFile {
  name: string;
  /** Bytes, for showing how far the reading is. */
  size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** A file on this machine. Throws UnreadableFile where there is none. */
export async function openRegisterFile(filePath: string): Promise<RegisterFile> {
  try {
    const found = await stat(filePath);
    if (found.isDirectory()) throw new UnreadableFile("notAFile", filePath);
    const open = () => createReadStream(filePath, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>;
    return { name: path.basename(filePath), size: found.size, open };
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EACCES"))
      throw new UnreadableFile("missingFile", filePath, { cause: error });
    throw error;
  }
}

/** Passes bytes on and remembers what they were: how many, and their SHA-256. */
export function measured(bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  const seen = { bytes: 0 };
  async function* pass() {
    for await (const chunk of bytes) {
      hash.update(chunk);
      seen.bytes += chunk.length;
      yield chunk;
    }
  }
  return { stream: pass(), seen, sha256: () => hash.digest("hex") };
}
