import { createHash } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { problem } from "./problem.ts";
import { boundaryOf, MalformedForm, readMultipart, type FormPart } from "./read-multipart.ts";

/** A file that arrived, spooled to this machine's disk. */
export interface ReceivedFile {
  path: string;
  /** The name it was sent under, as untrusted as ever. */
  name: string;
  bytes: number;
  sha256: string;
}

/** A form with one file, under `file`. What is larger than asked for is counted and not kept. */
export interface Upload {
  fields: Record<string, string>;
  file: ReceivedFile | null;
  isTooLarge: boolean;
}

const mostFieldBytes = 4 * 1024;

/**
 * Reads a form with a file, which lies in a folder of its own while `work` looks at it and is gone afterwards. Nothing
 * of it is in memory whole. Throws 400 for what is no such form, or ends too early.
 */
export async function withUpload<T>(
  request: Request,
  mostBytes: number,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "ejendomsportalen-upload-"));
  try {
    return await work(await receive(request, mostBytes, path.join(folder, "file")));
  } catch (error) {
    if (error instanceof MalformedForm) throw problem(400, { detail: `Not a whole form: ${error.message}.` });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: Request, mostBytes: number, place: string): Promise<Upload> {
  const boundary = boundaryOf(request.headers.get("Content-Type"));
  if (!boundary || !request.body) throw new MalformedForm("send multipart/form-data");
  const upload: Upload = { fields: {}, file: null, isTooLarge: false };
  const body = request.body as unknown as AsyncIterable<Uint8Array>;
  for await (const part of readMultipart(body, boundary)) {
    if (part.fileName === null) upload.fields[part.name] = await textOf(part);
    else if (part.name === "file" && part.fileName !== "" && !upload.file) {
      upload.file = await spool(part, part.fileName, mostBytes, place);
      upload.isTooLarge = upload.file.bytes > mostBytes;
    }
  }
  return upload;
}

async function textOf(part: FormPart): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of part.data) {
    bytes += chunk.length;
    if (bytes <= mostFieldBytes) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function spool(part: FormPart, name: string, mostBytes: number, place: string): Promise<ReceivedFile> {
  const hash = createHash("sha256");
  const handle = await open(place, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const chunk of part.data) {
      bytes += chunk.length;
      if (bytes > mostBytes) continue;
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
  } finally {
    await handle.close();
  }
  return { path: place, name, bytes, sha256: hash.digest("hex") };
}
