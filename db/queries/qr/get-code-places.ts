import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "../portfolio-filter.ts";
import { reachesRoom, reachesWholeBuilding } from "./reaches-code.ts";
import { roomUser, spaceThere } from "./room-user.ts";

/** A place that can have a code: a room, or (without a space) the whole building. */
export interface CodePlace {
  spaceId: Id | null;
  number: string | null;
  name: string | null;
  level: number | null;
  isUndivided: boolean;
  unitName: string | null;
  /** The code that hangs there now, if one does. */
  code: { id: Id; salt: string; createdAt: string } | null;
}

export interface CodeBuildingPlaces {
  id: Id;
  name: string;
  address: string;
  isProtected: boolean;
  places: CodePlace[];
}

/** A building with the places in it that are the actor's to hang codes in, the whole building first; null where none is. */
export async function getCodePlaces(
  db: Db,
  actor: Actor,
  buildingId: Id,
  today: Day,
): Promise<CodeBuildingPlaces | null> {
  const [building] = await db.execute<{
    id: Id;
    name: string;
    address: string;
    isProtected: boolean;
    isWholeReached: boolean;
  }>(sql`
    select r.building_id as id, r.name, r.address, r.is_protected as "isProtected", ${reachesWholeBuilding(actor, sql`r`)} as "isWholeReached"
      from portfolio_row_now r
     where r.building_id = ${buildingId} and ${withinScope(actor, "cases", sql`r`, "write")}`);
  if (!building) return null;
  const code = sql`case when q.id is null then null
    else json_build_object('id', q.id, 'salt', q.salt, 'createdAt', q.created_at) end as code`;
  const rows = await db.execute<CodePlace & Record<string, unknown>>(sql`
    select * from (
      select null::uuid as "spaceId", null as number, null as name, null::smallint as level, false as "isUndivided",
             null as "unitName", ${code}, 0 as rank
        from building b left join qr_code q on q.building_id = b.id and q.space_id is null and q.revoked_at is null
       where b.id = ${buildingId} and ${building.isWholeReached}
      union all
      select s.id, s.number, s.name, f.level, s.is_undivided, n.name, ${code}, 1
        from space s join floor f on f.id = s.floor_id
        left join lateral ${roomUser(sql`s.id`, today)} u on true
        left join unit n on n.id = u.unit_id
        left join qr_code q on q.space_id = s.id and q.revoked_at is null
       where s.building_id = ${buildingId} and ${spaceThere(sql`s`, today)} and ${reachesRoom(actor, sql`u`)}) p
     order by p.rank, p.level, p.number, p."spaceId" limit 2000`);
  const places = rows.map(({ rank: _, ...place }) => place as CodePlace);
  const { isWholeReached: _, ...rest } = building;
  return { ...rest, places };
}
