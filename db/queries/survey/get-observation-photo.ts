import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { PhotoFiles } from "../case/get-photo.ts";
import { reachesSurveyed } from "../condition/survey-access.ts";

/** A photo of an element in a survey that the actor may read, else null; the original, with its place, for who may write. */
export async function getObservationPhoto(
  db: Db,
  actor: Actor,
  id: Id,
  today: Day,
): Promise<PhotoFiles | null> {
  const building = sql`o.building_id`;
  const [row] = await db.execute<PhotoFiles & Record<string, unknown>>(sql`
    select p.public_key as "publicKey", p.thumbnail_key as "thumbnailKey", p.original_type as "originalType",
           case when ${reachesSurveyed(actor, building, "write", today)} then p.original_key end as "originalKey"
      from observation_photo p join element_observation o on o.id = p.observation_id
      join survey s on s.id = o.survey_id
     where p.id = ${id} and p.organisation_id = ${actor.organisationId}
       and (s.signed_at is not null or s.surveyor_id = ${actor.accountId})
       and ${reachesSurveyed(actor, building, "read", today)}`);
  return row ?? null;
}
