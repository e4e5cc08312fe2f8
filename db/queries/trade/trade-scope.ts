import { sql, type SQL } from "drizzle-orm";
import { scopeOf, type Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { uuidArray } from "../../sql-arrays.ts";

/** Whether an actor speaks for a unit: leads it, or works for its administration. `unit` is an alias of unit. */
export function speaksFor(actor: Actor, unit: SQL, right: Right = "write"): SQL {
  const { unitIds, administrationIds } = scopeOf(actor, "cases", right);
  return sql`(${unit}.id = any (${uuidArray(unitIds)}) or ${unit}.administration_id = any (${uuidArray(administrationIds)}))`;
}

/** Whether an actor reaches what one unit does: all of the organisation's, or those the actor speaks for. */
export function reachesTrader(actor: Actor, unit: SQL, right: Right): SQL {
  const { all, seesProtected } = scopeOf(actor, "cases", right);
  const own = speaksFor(actor, unit, right);
  const reached = !all
    ? own
    : seesProtected === "all"
      ? sql`true`
      : sql`(not ${unit}.is_protected or ${own})`;
  return sql`(${unit}.organisation_id = ${actor.organisationId} and ${reached})`;
}

/**
 * Whether an actor reaches an agreement: by either side; someone who sees all, by both, so that no protected unit shows
 * through its neighbour. `seller` and `buyer` are aliases of unit.
 */
export function reachesTrade(actor: Actor, seller: SQL, buyer: SQL, right: Right): SQL {
  const { all } = scopeOf(actor, "cases", right);
  const [one, other] = [reachesTrader(actor, seller, right), reachesTrader(actor, buyer, right)];
  return all ? sql`(${one} and ${other})` : sql`(${one} or ${other})`;
}
