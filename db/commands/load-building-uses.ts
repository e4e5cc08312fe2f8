import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { buildingUses } from "#domain/building-use.ts";

/**
 * Brings BBR's building uses into the database, or up to date. They are reference data that every register needs, an empty
 * one too; they belong to no organisation and nobody edits them, so nothing is audited. Repeating it changes nothing.
 */
export async function loadBuildingUses(db: Db): Promise<void> {
  const rows = buildingUses.map((use) => ({
    code: use.code,
    name_da: use.nameDa,
    name_en: use.nameEn,
    use_group: use.useGroup,
    is_phased_out: use.isPhasedOut,
  }));
  await db.execute(sql`
    insert into building_use (code, name_da, name_en, use_group, is_phased_out)
    select code, name_da, name_en, use_group, is_phased_out
      from json_populate_recordset(null::building_use, ${JSON.stringify(rows)}::json)
    on conflict (code) do update set name_da = excluded.name_da, name_en = excluded.name_en,
      use_group = excluded.use_group, is_phased_out = excluded.is_phased_out`);
}
