import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../sql-arrays.ts";

export interface FilterNames {
  /** In code order: the order that the map's administrations are counted in. */
  administrations: { id: Id; code: string; name: string }[];
  units: { code: string; name: string; administration: string }[];
  districts: { id: Id; code: string; name: string }[];
}

/**
 * The names that the portfolio can be filtered by on a day. Units are those within the actor's scope; protected ones
 * only where the scope names them.
 */
export async function listFilterNames(db: Db, actor: Actor, on: Day): Promise<FilterNames> {
  const { all, administrationIds, unitIds, seesProtected } = scopeOf(actor, "register", "read");
  const isOwn = sql`(u.administration_id = any (${uuidArray(administrationIds)}) or u.id = any (${uuidArray(unitIds)}))`;
  const [administrations, units, districts] = await Promise.all([
    db.execute<FilterNames["administrations"][number] & Record<string, unknown>>(sql`
      select id, code, name from administration where organisation_id = ${actor.organisationId} order by code`),
    db.execute<FilterNames["units"][number] & Record<string, unknown>>(sql`
      select u.code, u.name, a.code as administration
        from unit u join administration a on a.id = u.administration_id
       where u.organisation_id = ${actor.organisationId} and u.valid_from <= ${on}::date
         and (u.valid_to is null or u.valid_to > ${on}::date)
         and (${all ? sql`true` : sql`false`} or ${isOwn})
         and (${seesProtected === "all" ? sql`true` : sql`not u.is_protected`} or ${isOwn})
       order by danish_order(u.name), u.code`),
    db.execute<FilterNames["districts"][number] & Record<string, unknown>>(sql`
      select id, code, name from district where organisation_id = ${actor.organisationId} order by danish_order(name)`),
  ]);
  return { administrations: [...administrations], units: [...units], districts: [...districts] };
}
