import type { Db } from "#db/client.server.ts";
import { getCodePlaces, type CodeBuildingPlaces, type CodePlace } from "#db/queries/qr/get-code-places.ts";
import { qrTokenOf } from "#db/secrets/signed-token.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** A place with the word in its code's address; the salt stays on the server. */
export type CodePlaceWithToken = Omit<CodePlace, "code"> & {
  code: { id: Id; hangsSince: Day; token: string } | null;
};
export type PlacesWithTokens = Omit<CodeBuildingPlaces, "places"> & { places: CodePlaceWithToken[] };

/** The places of a building with their codes as they are printed; null where the actor hangs none there. */
export async function loadPlaces(
  { db, signingSecret }: { db: Db; signingSecret: string },
  actor: Actor,
  buildingId: Id,
  now: Date,
): Promise<PlacesWithTokens | null> {
  const building = await getCodePlaces(db, actor, buildingId, dayAt(now));
  if (!building) return null;
  const places = building.places.map(({ code, ...place }) => ({
    ...place,
    code: code && {
      id: code.id,
      hangsSince: dayAt(new Date(code.createdAt)),
      token: qrTokenOf(signingSecret, code),
    },
  }));
  return { ...building, places };
}
