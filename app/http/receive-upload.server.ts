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

/** A form as it came: what was typed, and its files in their order. */
export interface ReceivedForm {
  fields: URLSearchParams;
  files: (ReceivedFile & { field: string; isTooLarge: boolean })[];
  /** Files beyond the number that is taken; nothing of them was kept. */
  filesTooMany: number;
}

export interface FormLimits {
  mostFileBytes: number;
  mostFiles: number;
  mostFieldBytes: number;
}

/**
 * Reads a form with a file, which lies in a folder of its own while `work` looks at it and is gone afterwards. Nothing
 * of it is in memory whole. Throws 400 for what is no such form, or ends too early.
 */
export const withUpload = <T>(
  request: Request,
  mostBytes: number,
  work: (upload: Upload) => Promise<T>,
): Promise<T> => {
  const limits = { mostFileBytes: mostBytes, mostFiles: 1, mostFieldBytes: 4 * 1024 };
  return withForm(request, limits, ({ fields, files: [found] }) => {
    const file = found?.field === "file" ? found : null;
    return work({ fields: Object.fromEntries(fields), file, isTooLarge: file?.isTooLarge ?? false });
  });
};

/** The same for a form with several files. A file that is too large is counted to its end and not kept. */
export async function withForm<T>(
  request: Request,
  limits: FormLimits,
  work: (form: ReceivedForm) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "ejendomsportalen-upload-"));
  try {
    return await work(await receive(request, limits, folder));
  } catch (error) {
    if (error instanceof MalformedForm) throw problem(400, { detail: `Not a whole form: ${error.message}.` });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: Request, limits: FormLimits, folder: string): Promise<ReceivedForm> {
  const boundary = boundaryOf(request.headers.get("Content-Type"));
  if (!boundary || !request.body) throw new MalformedForm("send multipart/form-data");
  const form: ReceivedForm = { fields: new URLSearchParams(), files: [], filesTooMany: 0 };
  const body = request.body as unknown as AsyncIterable<Uint8Array>;
  for await (const part of readMultipart(body, boundary)) {
    // A browser sends an empty part for a file that nobody chose.
    if (part.fileName === "") continue;
    if (part.fileName === null) form.fields.append(part.name, await textOf(part, limits.mostFieldBytes));
    else if (form.files.length === limits.mostFiles) form.filesTooMany++;
    else {
      const place = path.join(folder, String(form.files.length));
      const file = await spool(part, part.fileName, limits.mostFileBytes, place);
      form.files.push({ ...file, field: part.name, isTooLarge: file.bytes > limits.mostFileBytes });
    }
  }
  return form;
}

async function textOf(part: FormPart, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of part.data) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
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
