import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A building that codes can hang in, and how many do. */
export interface CodeBuilding {
  id: Id;
  name: string;
  address: string;
  codes: number;
}

export const mostCodeBuildings = 50;

/** The buildings in which an actor hangs codes, those with codes first; at most fifty, with the number of all. */
export async function listCodeBuildings(
  db: Db,
  actor: Actor,
  text: string,
): Promise<{ items: CodeBuilding[]; total: number }> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8);
  const found = words.map(
    (word) =>
      sql`and r.search_text like '%' || replace(replace(fold_danish(${word}), '%', ''), '_', '') || '%'`,
  );
  const rows = await db.execute<CodeBuilding & { total: number } & Record<string, unknown>>(sql`
    select r.building_id as id, r.name, r.address, coalesce(q.codes, 0) as codes, count(*) over ()::int as total
      from portfolio_row_now r
      left join (select building_id, count(*)::int as codes from qr_code
                  where organisation_id = ${actor.organisationId} and revoked_at is null group by 1) q
        on q.building_id = r.building_id
     where ${withinScope(actor, "cases", sql`r`, "write")} and r.state = 'registered' ${sql.join(found, sql` `)}
     order by (q.codes is null), r.name_order, r.building_id limit ${mostCodeBuildings}`);
  return {
    items: rows.map(({ id, name, address, codes }) => ({ id, name, address, codes })),
    total: rows[0]?.total ?? 0,
  };
}
