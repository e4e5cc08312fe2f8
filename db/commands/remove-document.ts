import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { keepDocument, setRemoved } from "./keep-document.ts";

/**
 * Takes a document off its building, for those who keep the building; row and file stay, so that it can be restored.
 * One that is already off stays so. Answers which building it is.
 */
export async function removeDocument(
  db: Db,
  actor: Actor,
  id: Id,
  now: Date,
): Promise<Result<Id, "notAllowed">> {
  return db.transaction(async (tx) => {
    const kept = await keepDocument(tx, actor, id, now);
    if (!kept) return refused("notAllowed");
    if (!kept.removedAt) await setRemoved(tx, actor, kept, now);
    return done(kept.buildingId);
  });
}
