import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getCodePlaces } from "#db/queries/qr/get-code-places.ts";
import { qrCode } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { newSecret } from "../../secrets/secret.ts";
import { recordChange } from "../record-change.ts";

/** The live code of an actor, locked; null where it is not theirs or not live. */
async function ownCode(tx: Db, actor: Actor, id: Id, now: Date): Promise<{ buildingId: Id } | null> {
  const [code] = await tx
    .select({ buildingId: qrCode.buildingId, spaceId: qrCode.spaceId })
    .from(qrCode)
    .where(and(eq(qrCode.id, id), eq(qrCode.organisationId, actor.organisationId), isNull(qrCode.revokedAt)))
    .for("update");
  if (!code) return null;
  const building = await getCodePlaces(tx, actor, code.buildingId, dayAt(now));
  return building?.places.some(({ spaceId }) => spaceId === code.spaceId) ? code : null;
}

/** Takes a code down: what hangs on the wall opens nothing any more. Answers the building it hung in. */
export const revokeCode = (db: Db, actor: Actor, id: Id, now: Date): Promise<Result<Id, "notFound">> =>
  db.transaction(async (tx) => {
    const code = await ownCode(tx, actor, id, now);
    if (!code) return refused("notFound");
    await tx.update(qrCode).set({ revokedAt: now }).where(eq(qrCode.id, id));
    await recordChange(tx, actor, { action: "revoke", entity: "qrCode", entityId: id });
    return done(code.buildingId);
  });

/** Gives a code another signature: the old print is worth nothing, the new one must be hung. Answers the building. */
export const renewCode = (db: Db, actor: Actor, id: Id, now: Date): Promise<Result<Id, "notFound">> =>
  db.transaction(async (tx) => {
    const code = await ownCode(tx, actor, id, now);
    if (!code) return refused("notFound");
    await tx.update(qrCode).set({ salt: newSecret(), createdAt: now }).where(eq(qrCode.id, id));
    await recordChange(tx, actor, { action: "renew", entity: "qrCode", entityId: id });
    return done(code.buildingId);
  });
