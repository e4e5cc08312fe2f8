import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";
import type { SenderParts } from "./case-sender.ts";

/**
 * Moves photos that the sender stored before to the case, once each. False where one of them is not the sender's, or
 * not there: then nothing of the case may stand. The same picture twice becomes one.
 */
export async function movePhotos(
  tx: Db,
  caseId: Id,
  { sender, organisationId, accountId }: SenderParts,
  photoIds: readonly Id[],
): Promise<boolean> {
  if (photoIds.length === 0) return true;
  const wanted = [...new Set(photoIds)];
  const moved = await tx.execute(sql`
    with taken as (
      delete from draft_photo d
       where d.organisation_id = ${organisationId} and d.sender = ${sender} and d.id = any (${uuidArray(wanted)})
      returning d.*
    ), kept as (
      insert into case_photo (id, organisation_id, case_id, kind, original_key, original_type, public_key, thumbnail_key,
             width, height, bytes, sha256, taken_at, position_wgs84, uploaded_by, created_at)
      select id, organisation_id, ${caseId}, 'report', original_key, original_type, public_key, thumbnail_key, width,
             height, bytes, sha256, taken_at, position_wgs84, ${accountId}::uuid, created_at
        from taken on conflict (case_id, sha256) do nothing)
    select id from taken`);
  return moved.length === wanted.length;
}
