import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { draftPhoto } from "#db/schema/index.ts";
import { newId, type Id } from "#domain/id.ts";

/** A photo whose files are stored. */
export interface StoredFiles {
  originalKey: string;
  originalType: string;
  publicKey: string;
  thumbnailKey: string;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
  takenAt: Date | null;
  position: readonly [number, number] | null;
}

/** Whose draft it is: the same word as the sender of the case that will take it (`account:ID`, `qr:ID`). */
export interface DraftOwner {
  organisationId: Id;
  sender: string;
}

/** Keeps a photo for a case that is not sent yet. Returns the id by which the case names it. */
export async function addDraftPhoto(
  db: Db,
  { organisationId, sender }: DraftOwner,
  { position, ...stored }: StoredFiles,
  now: Date,
): Promise<Id> {
  const id = newId();
  await db.insert(draftPhoto).values({
    ...stored,
    ...{ id, organisationId, sender, createdAt: now },
    positionWgs84: position ? sql`st_setsrid(st_makepoint(${position[0]}, ${position[1]}), 4326)` : null,
  });
  return id;
}

const keptDays = 7;

/** Takes a sender's drafts out that were never sent in a week; returns their files, to be removed. */
export async function dropOldDrafts(
  db: Db,
  { organisationId, sender }: DraftOwner,
  now: Date,
): Promise<{ originalKey: string; publicKey: string; thumbnailKey: string }[]> {
  const before = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000).toISOString();
  return [
    ...(await db.execute<{ originalKey: string; publicKey: string; thumbnailKey: string }>(sql`
      delete from draft_photo
       where organisation_id = ${organisationId} and sender = ${sender} and created_at < ${before}::timestamptz
      returning original_key as "originalKey", public_key as "publicKey", thumbnail_key as "thumbnailKey"`)),
  ];
}
