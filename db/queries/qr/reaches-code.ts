import { sql, type SQL } from "drizzle-orm";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { uuidArray } from "../../sql-arrays.ts";

/** Whether a room is the actor's to hang a code in. `user` has unit_id and administration_id. */
export function reachesRoom(actor: Actor, user: SQL): SQL {
  const { all, unitIds, administrationIds } = scopeOf(actor, "cases", "write");
  if (all) return sql`true`;
  return sql`(coalesce(${user}.unit_id = any (${uuidArray(unitIds)}), false)
    or coalesce(${user}.administration_id = any (${uuidArray(administrationIds)}), false))`;
}

/** Whether a building as a whole is: of several under one roof, nobody speaks for all. `row` is a row of the portfolio. */
export function reachesWholeBuilding(actor: Actor, row: SQL): SQL {
  const { all, unitIds, administrationIds } = scopeOf(actor, "cases", "write");
  if (all) return sql`true`;
  return sql`((${row}.unit_ids <> '{}' and ${row}.unit_ids <@ ${uuidArray(unitIds)})
    or (${row}.administration_ids <> '{}' and ${row}.administration_ids <@ ${uuidArray(administrationIds)}))`;
}
