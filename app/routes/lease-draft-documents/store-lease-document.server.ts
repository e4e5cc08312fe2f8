import { createReadStream } from "node:fs";
import type { Upload } from "#app/http/receive-upload.server.ts";
import { storageKeyOf, type FileStorage } from "#app/server/storage/file-storage.ts";
import type { Db } from "#db/client.server.ts";
import { addLeaseDocument } from "#db/commands/lease/add-lease-document.ts";
import type { Actor } from "#domain/actor.ts";
import { parseDay } from "#domain/day.ts";
import { documentTypes, fileNameOf } from "#domain/document-type.ts";
import { isId, newId, type Id } from "#domain/id.ts";
import { leaseDocumentKinds } from "#domain/lease/lease-document.ts";
import { typeOfFile } from "../building-documents/type-of-file.server.ts";

export type LeaseDocumentFault = "noFile" | "emptyFile" | "tooLarge" | "wrongType" | "title";

interface Place {
  db: Db;
  files: FileStorage;
  actor: Actor;
  contractId: Id | null;
  draftId: Id | null;
  changeId?: Id | null;
}

/** Judges a form with its file and, where nothing is wrong, puts it on the lease or draft: the file first, then its row. */
export async function storeLeaseDocument(
  { db, files, actor, contractId, draftId, changeId = null }: Place,
  { file, fields, isTooLarge }: Upload,
  now: Date,
): Promise<{ ok: true; id: Id } | { ok: false; faults: LeaseDocumentFault[] | null }> {
  const title = (fields.title ?? "").trim().slice(0, 200);
  const type = file && !isTooLarge ? await typeOfFile(file.path) : null;
  const faults: LeaseDocumentFault[] = title === "" ? ["title"] : [];
  if (!file) faults.push("noFile");
  else if (file.bytes === 0) faults.push("emptyFile");
  else if (isTooLarge) faults.push("tooLarge");
  else if (!type) faults.push("wrongType");
  if (!file || !type || faults.length > 0) return { ok: false, faults };
  const id = newId();
  const storageKey = storageKeyOf(file.sha256, id);
  await files.put(storageKey, createReadStream(file.path));
  const added = {
    ...{ id, contractId, draftId, changeId, title, storageKey, bytes: file.bytes, sha256: file.sha256 },
    seriesId: isId(fields.seriesId) ? fields.seriesId : null,
    kind: leaseDocumentKinds.find((kind) => kind === fields.kind) ?? "other",
    datedOn: parseDay(fields.datedOn ?? ""),
    ...{ fileName: fileNameOf(file.name, type), mediaType: documentTypes[type].mediaType },
  };
  const result = await addLeaseDocument(db, actor, added, now);
  if (result.ok) return { ok: true, id };
  await files.remove(storageKey);
  return { ok: false, faults: null };
}
