import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { caseVisibleTo } from "./visible-cases.ts";

/** What a list of cases can be narrowed to. */
export interface CasePlaces {
  units: { id: Id; name: string }[];
  buildings: { id: Id; name: string }[];
}

/** More choices than these nobody reads through; there the search by words serves better. */
const mostChoices = 300;

/** The units and buildings that the cases an actor sees are about, by name; of buildings those of the unit chosen. */
export async function listCasePlaces(
  db: Db,
  actor: Actor,
  chosen: { unit: Id | null; building: Id | null },
  today: Day,
): Promise<CasePlaces> {
  const [row] = await db.execute<CasePlaces & Record<string, unknown>>(sql`
    with seen as materialized (
      select distinct c.unit_id, c.building_id from service_case c where ${caseVisibleTo(actor, sql`c`, today)}),
    units as (
      select u.id, u.name from unit u where u.id in (select unit_id from seen)
       order by u.id = ${chosen.unit}::uuid desc nulls last, danish_order(u.name), u.id limit ${mostChoices}),
    buildings as (
      select b.id, b.name from building b
       where b.id in (select building_id from seen s
                       where ${chosen.unit}::uuid is null or s.unit_id = ${chosen.unit}::uuid
                          or s.building_id = ${chosen.building}::uuid)
       order by b.id = ${chosen.building}::uuid desc nulls last, danish_order(b.name), b.id limit ${mostChoices})
    select (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by danish_order(name), id), '[]')
              from units) as units,
           (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by danish_order(name), id), '[]')
              from buildings) as buildings`);
  return row!;
}
