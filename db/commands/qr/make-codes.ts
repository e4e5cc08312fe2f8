import type { Db } from "#db/client.server.ts";
import { getCodePlaces, type CodePlace } from "#db/queries/qr/get-code-places.ts";
import { qrCode } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { newSecret } from "../../secrets/secret.ts";
import { recordChange } from "../record-change.ts";

export interface WantedCodes {
  buildingId: Id;
  /** Rooms by id; null is the building as a whole. */
  spaceIds: (Id | null)[];
}

/** What a code is called: the room as its door says it, nothing for a whole building. */
const labelOf = ({ name, number }: CodePlace): string =>
  name && number && name !== number ? `${name} (${number})` : (name ?? number ?? "");

/**
 * Makes a code for each place that has none and is the actor's; says how many were made. A place that has one keeps it.
 * Refuses places outside the actor's scope as if they were not there.
 */
export async function makeCodes(
  db: Db,
  actor: Actor,
  wanted: WantedCodes,
  now: Date,
): Promise<Result<number, "notFound" | "nothingChosen">> {
  if (wanted.spaceIds.length === 0) return refused("nothingChosen");
  return db.transaction(async (tx) => {
    const building = await getCodePlaces(tx, actor, wanted.buildingId, dayAt(now));
    const places = wanted.spaceIds.map((id) => building?.places.find(({ spaceId }) => spaceId === id));
    if (places.some((place) => !place)) return refused("notFound");
    const missing = places.filter((place) => place !== undefined).filter(({ code }) => !code);
    let made = 0;
    for (const place of missing) {
      const code = {
        ...{ id: newId(), organisationId: actor.organisationId, buildingId: wanted.buildingId },
        ...{ spaceId: place.spaceId, label: labelOf(place), salt: newSecret(), createdBy: actor.accountId },
      };
      const rows = await tx
        .insert(qrCode)
        .values({ ...code, createdAt: now })
        .onConflictDoNothing()
        .returning({ id: qrCode.id });
      made += rows.length;
      if (rows.length > 0)
        await recordChange(tx, actor, {
          action: "create",
          entity: "qrCode",
          entityId: code.id,
          changes: { place: { from: null, to: code.label || building!.name } },
        });
    }
    return done(made);
  });
}
