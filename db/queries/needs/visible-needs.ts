import { sql, type SQL } from "drizzle-orm";
import { may, scopeOf, type Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { uuidArray } from "../../sql-arrays.ts";

/**
 * What an actor may read or change of plans and needs: all of the organisation's, or those of the own administrations. Whoever
 * leads a unit reads neither. `row` has organisation_id and administration_id.
 */
export function withinAdministrations(actor: Actor, row: SQL, right: Right = "read"): SQL {
  const scope = scopeOf(actor, "colocation", right);
  const isReader = may(actor, "colocation", "read");
  const own = scope.all
    ? sql`true`
    : sql`${row}.administration_id = any (${uuidArray(isReader ? scope.administrationIds : [])})`;
  return sql`(${row}.organisation_id = ${actor.organisationId} and ${own})`;
}
