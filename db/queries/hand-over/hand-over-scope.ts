import { sql, type SQL } from "drizzle-orm";
import { scopeOf, type Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { uuidArray } from "../../sql-arrays.ts";

/**
 * The administrations whose leases an actor may read or write, and protected units only where the scope names them.
 * `administration` and `unit` are the columns of the row; a lease without a unit is nobody's secret. Whoever reaches single
 * units alone (a leader) hands nothing over.
 */
export function withinAdministrations(actor: Actor, right: Right, administration: SQL, unit: SQL): SQL {
  const scope = scopeOf(actor, "leases", right);
  const own = sql`${administration} = any (${uuidArray(scope.administrationIds)})`;
  const isOpen = sql`not exists (select 1 from unit pu where pu.id = ${unit} and pu.is_protected)`;
  const visible = scope.seesProtected === "all" ? sql`true` : sql`(${own} or ${isOpen})`;
  return sql`(${scope.all ? sql`true` : own} and ${visible})`;
}
