import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { document } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { recordChange } from "./record-change.ts";

type Kept = Pick<typeof document.$inferSelect, "id" | "buildingId" | "title" | "sha256" | "removedAt">;

/** A document held for a change by who keeps its building, or null where the actor does not. Inside a transaction. */
export async function keepDocument(tx: Db, actor: Actor, id: Id, now: Date): Promise<Kept | null> {
  const { buildingId, title, sha256, removedAt } = document;
  const [kept] = await tx
    .select({ id: document.id, buildingId, title, sha256, removedAt })
    .from(document)
    .where(and(eq(document.id, id), eq(document.organisationId, actor.organisationId)))
    .for("update");
  if (!kept) return null;
  return (await mayReachBuilding(tx, actor, kept.buildingId, "write", dayAt(now))) ? kept : null;
}

/** Writes when a document was removed, or null for restored, with its row in the record of changes. */
export async function setRemoved(tx: Db, actor: Actor, kept: Kept, at: Date | null): Promise<void> {
  await tx
    .update(document)
    .set({ removedAt: at })
    .where(and(eq(document.id, kept.id), eq(document.organisationId, actor.organisationId)));
  await recordChange(tx, actor, {
    action: at ? "remove" : "restore",
    entity: "document",
    entityId: kept.id,
    changes: at ? { title: { from: kept.title, to: null } } : { title: { from: null, to: kept.title } },
  });
}
