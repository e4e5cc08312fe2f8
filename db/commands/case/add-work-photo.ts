import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getStanding } from "#db/queries/case/get-standing.ts";
import { casePhoto, serviceOrder } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { noteEvent } from "./note-event.ts";

/** A photo of the work whose files are stored already. */
export interface WorkPhoto {
  orderId: Id;
  kind: "before" | "after";
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

/** Lays a photo on an order and its case, by whoever does the work or hands it out. The same file lies there once. */
export async function addWorkPhoto(
  db: Db,
  actor: Actor,
  { position, ...photo }: WorkPhoto,
  now: Date,
): Promise<Result<Id, "notFound" | "notAllowed" | "alreadyThere">> {
  return db.transaction(async (tx) => {
    const standing = await getStanding(tx, actor, photo.orderId, now);
    if (!standing) return refused("notFound");
    const isAtWork = standing.standings.some((held) => held === "worker" || held === "dispatcher");
    if (!isAtWork) return refused("notAllowed");
    const [order] = await tx
      .select({ caseId: serviceOrder.caseId })
      .from(serviceOrder)
      .where(sql`${serviceOrder.id} = ${photo.orderId}`);
    const id = newId();
    const rows = await tx
      .insert(casePhoto)
      .values({
        ...photo,
        ...{ id, organisationId: actor.organisationId, caseId: order!.caseId },
        positionWgs84: position ? sql`st_setsrid(st_makepoint(${position[0]}, ${position[1]}), 4326)` : null,
        ...{ uploadedBy: actor.accountId, createdAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: casePhoto.id });
    if (rows.length === 0) return refused("alreadyThere");
    const event = {
      ...{ id, organisationId: actor.organisationId, caseId: order!.caseId, orderId: photo.orderId },
      ...{ event: "photo", payload: { kind: photo.kind }, accountId: actor.accountId },
      ...{ actorName: actor.name, happenedAt: now },
    };
    await noteEvent(tx, event, now);
    await recordChange(tx, actor, {
      ...{ action: "addPhoto", entity: "order", entityId: photo.orderId },
      changes: { sha256: { from: null, to: photo.sha256 } },
    });
    return done(id);
  });
}
