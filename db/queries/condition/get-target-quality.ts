import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { usualTargetQuality, type TargetQuality } from "#domain/condition/target-quality.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** How well a building is to be kept, and who said so since when; null `since` where nobody has and the usual holds. */
export interface TargetState {
  quality: TargetQuality;
  since: Day | null;
  source: string | null;
}

/** The class of a building on a day. The caller has made sure that it may be seen. */
export async function getTargetQuality(db: Db, actor: Actor, buildingId: Id, on: Day): Promise<TargetState> {
  const [row] = await db.execute<TargetState & Record<string, unknown>>(sql`
    select quality, valid_from::text as since, source from target_quality
     where building_id = ${buildingId} and organisation_id = ${actor.organisationId}
       and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`);
  return row ?? { quality: usualTargetQuality, since: null, source: null };
}
