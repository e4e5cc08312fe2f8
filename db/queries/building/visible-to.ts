import { sql, type SQL } from "drizzle-orm";
import { scopeOf, type Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { withinScope } from "../portfolio-filter.ts";

/**
 * Whether the actor may read a contract: of those in a building that several share, only their own, and a protected
 * unit's only where the scope names it; by the right to write, whether they may change it. Aliases: `k` is contract, `u`
 * its unit (left joined).
 */
export const contractVisibleTo = (actor: Actor, right: Right = "read"): SQL => sql`(
  select ${withinScope(actor, "leases", sql`x`, right)}
    from (select k.organisation_id, array_remove(array[k.administration_id], null) as administration_ids,
                 array_remove(array[k.unit_id], null) as unit_ids, coalesce(u.is_protected, false) as is_protected) x)`;

/** Whether the actor may know which unit it is: everyone's in a building they may see, except protected ones elsewhere. */
export function unitVisibleTo(actor: Actor, unit: SQL = sql`u`): SQL {
  const scope = scopeOf(actor, "register", "read");
  if (scope.seesProtected === "all") return sql`true`;
  return sql`(not ${unit}.is_protected or ${unit}.id = any (${uuidArray(scope.unitIds)})
    or ${unit}.administration_id = any (${uuidArray(scope.administrationIds)}))`;
}
