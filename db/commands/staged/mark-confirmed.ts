import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { Db } from "../../client.server.ts";
import { rowsParameter } from "../../queries/import-columns.ts";
import { uuidArray } from "../../sql-arrays.ts";
import type { PlacedBuilding } from "./write-addresses.ts";

/** Notes of rows that they became buildings, which, by whom and when. */
export async function markConfirmed(
  tx: Db,
  actor: Actor,
  placed: PlacedBuilding[],
  now: Date,
): Promise<void> {
  const rows = placed.map(({ row, buildingId }) => ({ id: row.id, building_id: buildingId }));
  await tx.execute(sql`
    update staged_building s set decision = 'confirmed', building_id = x.building_id,
           decided_at = ${now.toISOString()}::timestamptz, decided_by = ${actor.accountId}::uuid
      from jsonb_to_recordset(${rowsParameter(rows)}) as x(id uuid, building_id uuid)
     where s.id = x.id and s.organisation_id = ${actor.organisationId}`);
}

/** Rows whose BBR id a building of ours has by now need no second one: they are linked to it, and counted. */
export async function linkToBuildings(tx: Db, actor: Actor, ids: Id[], now: Date): Promise<number> {
  const rows = await tx.execute(sql`
    update staged_building s set decision = 'confirmed', building_id = b.id,
           decided_at = ${now.toISOString()}::timestamptz, decided_by = ${actor.accountId}::uuid
      from building b
     where b.organisation_id = s.organisation_id and b.bbr_id = s.bbr_id
       and s.organisation_id = ${actor.organisationId} and s.id = any (${uuidArray(ids)})
    returning s.id`);
  return rows.length;
}
