import { addDraftPhoto, dropOldDrafts, type DraftOwner } from "#db/commands/case/add-draft-photo.ts";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import type { ReceivedForm } from "../../http/receive-upload.server.ts";
import type { FileStorage } from "../storage/file-storage.ts";
import { forgetPhoto, storePhoto, type PhotoFault } from "./store-photo.server.ts";

/** What became of the files of a form: the photos that are kept now, and why the others are not. */
export interface KeptPhotos {
  photos: { id: Id; width: number; height: number }[];
  faults: { name: string; fault: PhotoFault | "tooMany" }[];
}

/** Keeps the photos of a form until their case is sent: files first, then their row. */
export async function keepDraftPhotos(
  { db, files }: { db: Db; files: FileStorage },
  owner: DraftOwner,
  form: Pick<ReceivedForm, "files" | "filesTooMany">,
  now: Date,
): Promise<KeptPhotos> {
  const kept: KeptPhotos = { photos: [], faults: [] };
  for (const old of await dropOldDrafts(db, owner, now)) await forgetPhoto(files, old);
  for (const file of form.files) {
    const stored = await storePhoto(files, file);
    if (!stored.ok) {
      kept.faults.push({ name: file.name.slice(0, 100), fault: stored.refusal });
      continue;
    }
    const { width, height } = stored.value;
    try {
      kept.photos.push({ id: await addDraftPhoto(db, owner, stored.value, now), width, height });
    } catch (error) {
      await forgetPhoto(files, stored.value);
      throw error;
    }
  }
  if (form.filesTooMany > 0) kept.faults.push({ name: `+${form.filesTooMany}`, fault: "tooMany" });
  return kept;
}
