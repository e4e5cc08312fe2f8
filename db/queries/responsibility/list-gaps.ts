import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Cause, ItemLocation, ResponsibilityTenure } from "#domain/responsibility/terms.ts";
import { reachesBuilding } from "../building/reaches-building.ts";

/** What the matrix did not answer, how often, and where last, if the actor may know the building. */
export interface GapRow {
  id: Id;
  number: number;
  itemCode: string;
  location: ItemLocation;
  cause: Cause;
  tenure: ResponsibilityTenure;
  buildingId: Id | null;
  buildingName: string | null;
  timesMet: number;
  firstMetAt: string;
  lastMetAt: string;
}

const most = 500;

/** The open gaps, the most often met first, and how many there are; or the one with a number. */
export async function listGaps(
  db: Db,
  actor: Actor,
  today: Day,
  number: number | null = null,
): Promise<{ items: GapRow[]; total: number }> {
  if (!may(actor, "services", "read")) return { items: [], total: 0 };
  const rows = await db.execute<GapRow & { total: number } & Record<string, unknown>>(sql`
    select g.id, g.number, g.item_code as "itemCode", g.location, g.cause, g.tenure, g.times_met as "timesMet",
           g.first_met_at as "firstMetAt", g.last_met_at as "lastMetAt", b.id as "buildingId",
           b.name as "buildingName", count(*) over () as total
      from responsibility_gap g
      left join building b on b.id = g.building_id and ${reachesBuilding(actor, sql`g.building_id`, "read", today)}
     where g.organisation_id = ${actor.organisationId} and g.closed_at is null
       and (${number}::bigint is null or g.number = ${number}::bigint)
     order by g.times_met desc, g.number limit ${most}`);
  return { items: rows.map(({ total: _, ...gap }) => gap), total: rows[0]?.total ?? 0 };
}
