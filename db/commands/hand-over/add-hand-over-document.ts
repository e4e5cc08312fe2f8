import type { Db } from "#db/client.server.ts";
import { handOverDocument } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { stateAfter } from "#domain/hand-over/hand-over-state.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { holdHandOver, noteEvent } from "./note-hand-over.ts";

/** A document whose file is already stored. */
export interface NewHandOverDocument {
  id: Id;
  handOverId: Id;
  title: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
}

/** Puts a document on a hand-over that is open; the same file lies there once. Either side may. */
export async function addHandOverDocument(
  db: Db,
  actor: Actor,
  added: NewHandOverDocument,
  now: Date,
): Promise<Result<Id, "notAllowed" | "notNow" | "alreadyThere">> {
  return db.transaction(async (tx) => {
    const held = await holdHandOver(tx, actor, added.handOverId);
    if (!held) return refused("notAllowed");
    const state = stateAfter(held.state, "document", held.side);
    if (!state) return refused("notNow");
    const { organisationId, accountId: uploadedBy } = actor;
    const rows = await tx
      .insert(handOverDocument)
      .values({ ...added, organisationId, uploadedBy, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: handOverDocument.id });
    if (rows.length === 0) return refused("alreadyThere");
    await noteEvent(tx, actor, held.id, { event: "document", state, words: added.title, at: now });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "handOverDocument", entityId: added.id },
      changes: { title: { from: null, to: added.title }, sha256: { from: null, to: added.sha256 } },
    });
    return done(added.id);
  });
}
