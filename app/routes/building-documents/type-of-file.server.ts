import { open, type FileHandle } from "node:fs/promises";
import {
  mostZipTailBytes,
  officeTypeOf,
  typeOfHead,
  zipDirectoryOf,
  zipEntryNames,
  type DocumentType,
} from "#domain/document-type.ts";

/** An honest office document lists a few hundred entries at most. */
const mostDirectoryBytes = 1024 * 1024;

/** What a file is by what is in it, whatever it is called; null for a type that is not taken. */
export async function typeOfFile(place: string): Promise<DocumentType | null> {
  const handle = await open(place);
  try {
    const type = typeOfHead(await read(handle, 0, 16));
    return type === "zip" ? await officeType(handle) : type;
  } finally {
    await handle.close();
  }
}

async function officeType(handle: FileHandle): Promise<DocumentType | null> {
  const { size } = await handle.stat();
  const tailBytes = Math.min(size, mostZipTailBytes);
  const directory = zipDirectoryOf(await read(handle, size - tailBytes, tailBytes));
  if (!directory || directory.bytes > mostDirectoryBytes) return null;
  return officeTypeOf(zipEntryNames(await read(handle, directory.offset, directory.bytes)));
}

async function read(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(length), position });
  return buffer.subarray(0, bytesRead);
}
