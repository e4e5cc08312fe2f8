import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "../portfolio-filter.ts";
import { reachesTrader, speaksFor } from "./trade-scope.ts";

/** A building that several units use, and those of them that may be named to the actor. */
export interface SharedBuilding {
  id: Id;
  name: string;
  address: string;
  units: { id: Id; name: string; isOwn: boolean }[];
}

export const mostSharedBuildings = 50;

/** The buildings that an actor's units share with others, found by words; or the one of an id. At most fifty. */
export async function listSharedBuildings(
  db: Db,
  actor: Actor,
  wanted: { text: string } | { id: Id },
): Promise<SharedBuilding[]> {
  const words = "text" in wanted ? wanted.text.split(/\s+/).filter(Boolean).slice(0, 8) : [];
  const found = words.map(
    (word) =>
      sql`and r.search_text like '%' || replace(replace(fold_danish(${word}), '%', ''), '_', '') || '%'`,
  );
  const one = "id" in wanted ? sql`and r.building_id = ${wanted.id}` : sql``;
  // A neighbour is named, for one shares a roof; a protected one only to those who may see it.
  const named = sql`(not u.is_protected or ${reachesTrader(actor, sql`u`, "read")})`;
  const rows = await db.execute<SharedBuilding & Record<string, unknown>>(sql`
    select r.building_id as id, r.name, r.address, n.units
      from portfolio_row_now r
      cross join lateral (
        select json_agg(json_build_object('id', u.id, 'name', u.name, 'isOwn', ${speaksFor(actor, sql`u`)})
                        order by u.name, u.id) as units, count(*) as units_named
          from unit u where u.id = any (r.unit_ids) and ${named}) n
     where ${withinScope(actor, "cases", sql`r`, "write")} and cardinality(r.unit_ids) > 1 and n.units_named > 1
       ${sql.join(found, sql` `)} ${one}
     order by r.name_order, r.building_id limit ${mostSharedBuildings}`);
  return [...rows];
}
