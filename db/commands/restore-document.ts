import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { document } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { keepDocument, setRemoved } from "./keep-document.ts";

/** Puts a removed document back on its building, unless the same file was laid there since. Answers which building. */
export async function restoreDocument(
  db: Db,
  actor: Actor,
  id: Id,
  now: Date,
): Promise<Result<Id, "notAllowed" | "alreadyThere">> {
  return db.transaction(async (tx) => {
    const kept = await keepDocument(tx, actor, id, now);
    if (!kept) return refused("notAllowed");
    if (!kept.removedAt) return done(kept.buildingId);
    const same = await tx
      .select({ id: document.id })
      .from(document)
      .where(
        and(
          eq(document.buildingId, kept.buildingId),
          eq(document.sha256, kept.sha256),
          isNull(document.removedAt),
        ),
      );
    if (same.length > 0) return refused("alreadyThere");
    await setRemoved(tx, actor, kept, null);
    return done(kept.buildingId);
  });
}
