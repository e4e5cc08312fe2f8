import { createReadStream } from "node:fs";
import type { Upload, ReceivedFile } from "#app/http/receive-upload.server.ts";
import { storageKeyOf, type FileStorage } from "#app/server/storage/file-storage.ts";
import { addDocument, type NewDocument } from "#db/commands/add-document.ts";
import type { Db } from "#db/client.server.ts";
import { hasDocument } from "#db/queries/get-document.ts";
import { listDocuments } from "#db/queries/list-documents.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { DocumentForm } from "#domain/document-form.ts";
import { documentTypes, fileNameOf } from "#domain/document-type.ts";
import { newId, type Id } from "#domain/id.ts";
import type { DocumentFault } from "./document-answer.ts";
import { typeOfFile } from "./type-of-file.server.ts";

export type StoreAnswer =
  | { ok: true; id: Id }
  | { ok: false; faults: DocumentFault[]; sameAs: string | null }
  | { ok: false; faults: null };

interface Place {
  db: Db;
  files: FileStorage;
  actor: Actor;
  buildingId: Id;
}

/** Judges a form with its file and, where nothing is wrong, puts it on the building: the file first, then its row. */
export async function storeDocument(place: Place, upload: Upload, now: Date): Promise<StoreAnswer> {
  const form = DocumentForm.safeParse({ title: "", kind: "", datedOn: "", ...upload.fields });
  const faults = form.success ? [] : form.error.issues.map(({ message }) => message as DocumentFault);
  const type = upload.file && !upload.isTooLarge ? await typeOfFile(upload.file.path) : null;
  const fileFault = faultOf(upload, type !== null);
  if (fileFault) faults.push(fileFault);
  if (!form.success || !upload.file || !type || faults.length > 0) return { ok: false, faults, sameAs: null };
  const sameAs = await titleOfSame(place, upload.file, now);
  if (sameAs !== null) return { ok: false, faults: ["alreadyThere"], sameAs };
  const { bytes, sha256 } = upload.file;
  const id = newId();
  const added: NewDocument = {
    ...{
      ...form.data,
      id,
      buildingId: place.buildingId,
      bytes,
      sha256,
      storageKey: storageKeyOf(sha256, id),
    },
    ...{ fileName: fileNameOf(upload.file.name, type), mediaType: documentTypes[type].mediaType },
  };
  const result = await writeBoth(place, upload.file, added, now);
  if (result.ok) return { ok: true, id };
  if (result.refusal === "notAllowed") return { ok: false, faults: null };
  return { ok: false, faults: ["alreadyThere"], sameAs: await titleOfSame(place, upload.file, now) };
}

function faultOf(upload: Upload, isTaken: boolean): DocumentFault | null {
  if (!upload.file) return "noFile";
  if (upload.file.bytes === 0) return "emptyFile";
  if (upload.isTooLarge) return "tooLarge";
  return isTaken ? null : "wrongType";
}

async function titleOfSame({ db, actor, buildingId }: Place, file: ReceivedFile, now: Date) {
  const documents = await listDocuments(db, actor, buildingId, dayAt(now));
  return documents.find(({ sha256 }) => sha256 === file.sha256)?.title ?? null;
}

/** A row never names a file that is not there; a file without a row goes again. Where the end of the transaction was
 *  lost on the way, the database is asked; if it does not answer, a file too many is better than one too few. */
async function writeBoth({ db, files, actor }: Place, file: ReceivedFile, added: NewDocument, now: Date) {
  await files.put(added.storageKey, createReadStream(file.path));
  try {
    const result = await addDocument(db, actor, added, now);
    if (!result.ok) await files.remove(added.storageKey);
    return result;
  } catch (error) {
    if (!(await hasDocument(db, actor, added.id))) await files.remove(added.storageKey);
    throw error;
  }
}
