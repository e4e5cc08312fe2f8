import { createReadStream } from "node:fs";
import type { Upload } from "#app/http/receive-upload.server.ts";
import { storageKeyOf, type FileStorage } from "#app/server/storage/file-storage.ts";
import { addEvidence, type NewEvidence } from "#db/commands/benefit/answer-benefit.ts";
import type { Db } from "#db/client.server.ts";
import { getBenefitEvidence } from "#db/queries/benefit/list-benefits.ts";
import type { Actor } from "#domain/actor.ts";
import { documentTypes, fileNameOf } from "#domain/document-type.ts";
import { newId, type Id } from "#domain/id.ts";
import { typeOfFile } from "../building-documents/type-of-file.server.ts";

interface Place {
  db: Db;
  files: FileStorage;
  actor: Actor;
  benefitId: Id;
}

/** Puts a file on a line as evidence: the file first, then its row; the name of what is wrong, or null. */
export async function storeEvidence(place: Place, upload: Upload, now: Date): Promise<string | null> {
  const title = (upload.fields["title"] ?? "").trim();
  const { file } = upload;
  if (!title || title.length > 200) return "title";
  if (!file) return "noFile";
  if (file.bytes === 0) return "emptyFile";
  if (upload.isTooLarge) return "tooLarge";
  const type = await typeOfFile(file.path);
  if (!type) return "wrongType";
  const id = newId();
  const { db, files, actor, benefitId } = place;
  const added: NewEvidence = {
    ...{
      id,
      benefitId,
      title,
      bytes: file.bytes,
      sha256: file.sha256,
      storageKey: storageKeyOf(file.sha256, id),
    },
    ...{ fileName: fileNameOf(file.name, type), mediaType: documentTypes[type].mediaType },
  };
  await files.put(added.storageKey, createReadStream(file.path));
  try {
    const result = await addEvidence(db, actor, added, now);
    if (result.ok) return null;
    await files.remove(added.storageKey);
    return result.refusal;
  } catch (error) {
    if (!(await getBenefitEvidence(db, actor, id))) await files.remove(added.storageKey);
    throw error;
  }
}
