import type { Db } from "#db/client.server.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { document } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { DocumentForm } from "#domain/document-form.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "./record-change.ts";

/** A document whose file is already stored. */
export interface NewDocument extends DocumentForm {
  id: Id;
  buildingId: Id;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
}

export type AddDocumentRefusal = "notAllowed" | "alreadyThere";

/** Puts a document on a building that the actor keeps; the same file lies there once. */
export async function addDocument(
  db: Db,
  actor: Actor,
  added: NewDocument,
  now: Date,
): Promise<Result<Id, AddDocumentRefusal>> {
  return db.transaction(async (tx) => {
    if (!(await mayReachBuilding(tx, actor, added.buildingId, "write", dayAt(now))))
      return refused("notAllowed");
    const rows = await tx
      .insert(document)
      .values({
        ...added,
        organisationId: actor.organisationId,
        uploadedBy: actor.accountId,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: document.id });
    if (rows.length === 0) return refused("alreadyThere");
    const said = ["buildingId", "title", "kind", "datedOn", "fileName", "sha256"] as const;
    await recordChange(tx, actor, {
      action: "create",
      entity: "document",
      entityId: added.id,
      changes: Object.fromEntries(said.map((field) => [field, { from: null, to: added[field] }])),
    });
    return done(added.id);
  });
}
