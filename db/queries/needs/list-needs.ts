import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PlanKind } from "#domain/colocation/needs/plan-kind.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { withinAdministrations } from "./visible-needs.ts";

/** A figure of a long-term plan. Without a district it is of the whole city. */
export interface PlanLine {
  id: Id;
  administration: string;
  district: string | null;
  kind: PlanKind;
  year: number;
  quantity: number;
  source: string;
}

/** A need for premises. */
export interface Need {
  id: Id;
  administration: string;
  name: string;
  unitKind: string;
  district: string | null;
  districtCode: string | null;
  areaM2: number;
  neededFrom: Day;
  years: number;
  note: string | null;
  mayChange: boolean;
}

/** The plans an actor may read, by administration, kind, district and year. */
export const listPlanLines = async (db: Db, actor: Actor): Promise<PlanLine[]> => [
  ...(await db.execute<PlanLine & Record<string, unknown>>(sql`
    select p.id, a.code as administration, d.name as district, p.kind, p.year, p.quantity, p.source
      from administration_plan p join administration a on a.id = p.administration_id
      left join district d on d.id = p.district_id
     where ${withinAdministrations(actor, sql`p`)}
     order by a.code, p.kind, danish_order(d.name) nulls first, p.year limit 5000`)),
];

const needsOf = (db: Db, actor: Actor, id: Id | null) =>
  db.execute<Need & Record<string, unknown>>(sql`
    select n.id, a.code as administration, n.name, n.unit_kind as "unitKind", d.name as district, d.code as "districtCode",
           n.area_m2::float8 as "areaM2", n.needed_from as "neededFrom", n.years, n.note,
           ${withinAdministrations(actor, sql`n`, "write")} as "mayChange"
      from location_need n join administration a on a.id = n.administration_id
      left join district d on d.id = n.district_id
     where ${withinAdministrations(actor, sql`n`)} and ${id === null ? sql`true` : sql`n.id = ${id}`}
     order by n.needed_from, danish_order(n.name), n.id limit 1000`);

/** The needs an actor may read, the soonest first. */
export const listNeeds = async (db: Db, actor: Actor): Promise<Need[]> => [
  ...(await needsOf(db, actor, null)),
];

/** One need, or null where the actor may not know of it. */
export const getNeed = async (db: Db, actor: Actor, id: Id): Promise<Need | null> =>
  (await needsOf(db, actor, id))[0] ?? null;

/** The administrations that an actor may plan for. */
export const listPlanners = async (
  db: Db,
  actor: Actor,
): Promise<{ id: Id; code: string; name: string }[]> => [
  ...(await db.execute<{ id: Id; code: string; name: string }>(sql`
    select a.id, a.code, a.name from (select id, id as administration_id, organisation_id, code, name from administration) a
     where ${withinAdministrations(actor, sql`a`, "write")} order by a.code limit 200`)),
];
