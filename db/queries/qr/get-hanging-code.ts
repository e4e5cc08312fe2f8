import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { roomUser } from "./room-user.ts";

/** Where a code hangs, as far as a report from there needs it. */
export interface HangingCode {
  id: Id;
  salt: string;
  organisationId: Id;
  buildingId: Id;
  spaceId: Id | null;
  /** The unit that uses the place today; null where nobody or more than one does. */
  unitId: Id | null;
  buildingName: string;
  address: string;
  label: string;
  /** Whether strangers may not be told whose place it is. */
  isProtected: boolean;
  isRevoked: boolean;
}

/**
 * A code on a wall by its id. It has no actor: whoever holds the signed token stands before the wall, and the caller
 * compares the signature before it uses or shows anything of this.
 */
export async function getHangingCode(db: Db, id: Id, today: Day): Promise<HangingCode | null> {
  const [row] = await db.execute<HangingCode & Record<string, unknown>>(sql`
    select q.id, q.salt, q.organisation_id as "organisationId", q.building_id as "buildingId",
           q.space_id as "spaceId", q.label, q.revoked_at is not null as "isRevoked",
           case when q.space_id is not null then u.unit_id
                when cardinality(r.unit_ids) = 1 then r.unit_ids[1] end as "unitId",
           r.name as "buildingName", r.address,
           (r.is_protected or coalesce(n.is_protected, false)) as "isProtected"
      from qr_code q
      join portfolio_row_now r on r.building_id = q.building_id
      left join lateral ${roomUser(sql`q.space_id`, today)} u on true
      left join unit n on n.id = u.unit_id
     where q.id = ${id} limit 1`);
  return row ?? null;
}
