import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import { reachesSurveyed } from "../condition/survey-access.ts";

/** A building that older surveys name, with its elements by code and the days that surveys of one source have already. */
export interface OlderPlace {
  id: Id;
  bbrId: Id | null;
  elements: { id: Id; code: string }[];
  days: Day[];
}

/** The buildings of some names that the actor may write surveys of, by their BBR id and our own. */
export async function findOlderPlaces(
  db: Db,
  actor: Actor,
  names: readonly string[],
  source: string,
  today: Day,
): Promise<Map<string, OlderPlace>> {
  const ids = uuidArray([...new Set(names)].filter(isId));
  const rows = await db.execute<OlderPlace & Record<string, unknown>>(sql`
    select b.id, b.bbr_id as "bbrId",
           (select coalesce(json_agg(json_build_object('id', e.id, 'code', e.type_code) order by e.id), '[]')
              from element e where e.building_id = b.id and e.valid_to is null) as elements,
           (select coalesce(json_agg(s.surveyed_on), '[]') from survey s
             where s.building_id = b.id and s.source = ${source}) as days
      from building b
     where b.organisation_id = ${actor.organisationId} and (b.id = any (${ids}) or b.bbr_id = any (${ids}))
       and ${reachesSurveyed(actor, sql`b.id`, "write", today)}
     limit 10000`);
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.bbrId ?? row.id, row] as const]));
}

/** The codes of the kinds of elements there are. */
export async function listTypeCodes(db: Db, actor: Actor): Promise<Set<string>> {
  const rows = await db.execute<{ code: string }>(sql`
    select code from element_type where organisation_id = ${actor.organisationId} limit 1000`);
  return new Set(rows.map(({ code }) => code));
}
