import { sql } from "drizzle-orm";
import { newId, type Id } from "#domain/id.ts";
import type { BuildingPlan } from "#domain/register-import/plan-building.ts";
import type { Db } from "../../client.server.ts";
import { rowsParameter } from "../../queries/import-columns.ts";

/** Puts rows that match no building into staging, or lays what they say over what waits there. */
export async function stageBuildings(
  db: Db,
  organisationId: Id,
  importRunId: Id,
  plans: Extract<BuildingPlan, { kind: "staged" }>[],
  now: Date,
): Promise<void> {
  if (plans.length === 0) return;
  const rows = plans.map(({ record, staged }) => ({
    ...{ id: newId(), bbr_id: record.bbrId, facts: staged.facts },
    ...{ lon: staged.position?.[0] ?? null, lat: staged.position?.[1] ?? null },
  }));
  await db.execute(sql`
    insert into staged_building (id, organisation_id, bbr_id, import_run_id, facts, position_wgs84, first_seen_at)
    select x.id, ${organisationId}::uuid, x.bbr_id, ${importRunId}::uuid, x.facts,
           st_setsrid(st_makepoint(x.lon, x.lat), 4326), ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${rowsParameter(rows)}) as x(id uuid, bbr_id uuid, facts jsonb, lon float8, lat float8)
    on conflict (organisation_id, bbr_id) do update
       set facts = excluded.facts, position_wgs84 = excluded.position_wgs84, import_run_id = excluded.import_run_id`);
}
