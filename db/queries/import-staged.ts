import { sql } from "drizzle-orm";
import type { Id } from "#domain/id.ts";
import type { StagedBuilding, StagedFacts } from "#domain/register-import/plan-building.ts";
import type { Db } from "../client.server.ts";

type Row = { bbrId: Id; facts: StagedFacts; lon: number | null; lat: number | null; isRejected: boolean };

/** What already waits in staging for these BBR ids. */
export async function listStagedBuildings(
  db: Db,
  { organisationId }: { organisationId: Id },
  bbrIds: Id[],
): Promise<Map<Id, StagedBuilding>> {
  const rows = await db.execute<Row>(sql`
    select bbr_id as "bbrId", facts, st_x(position_wgs84) as lon, st_y(position_wgs84) as lat,
           decision is not distinct from 'rejected' as "isRejected"
      from staged_building
     where organisation_id = ${organisationId} and bbr_id = any (${`{${bbrIds.join(",")}}`}::uuid[])
     order by bbr_id`);
  return new Map(
    rows.map(({ bbrId, facts, lon, lat, isRejected }) => [
      bbrId,
      { facts, position: lon === null || lat === null ? null : [lon, lat], isRejected },
    ]),
  );
}
