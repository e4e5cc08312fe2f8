import { sql, type SQL } from "drizzle-orm";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A unit as scopes see it. The alias `u` is unit. */
const unitInScope = (actor: Actor): SQL => sql`exists (
  select 1 from (select u.organisation_id, array[u.administration_id] as administration_ids, array[u.id] as unit_ids,
                        u.is_protected) r where ${withinScope(actor, "colocation")})`;

/**
 * The co-location cases an actor may read: who reaches the whole portfolio reads all of them, an administration those with
 * a unit of its own in them. The alias `c` is colocation_case.
 */
export const visibleCases = (actor: Actor): SQL =>
  scopeOf(actor, "colocation", "read").all
    ? sql`c.organisation_id = ${actor.organisationId}`
    : sql`(c.organisation_id = ${actor.organisationId} and exists (
        select 1 from colocation_unit x join unit u on u.id = x.unit_id
         where x.case_id = c.id and ${unitInScope(actor)}))`;

/** The units of a case that an actor may see: of a case that is open to them all but protected ones. Alias `u` is unit. */
export const visibleUnit = (actor: Actor): SQL =>
  scopeOf(actor, "colocation", "read").seesProtected === "all"
    ? sql`true`
    : sql`(not u.is_protected or ${unitInScope(actor)})`;
