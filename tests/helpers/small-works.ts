import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { reckonBacklog } from "#db/commands/condition/reckon-backlog.ts";
import { ensureConditionBasics } from "#db/commands/ensure-condition-basics.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { givenOrderWorld, type OrderWorld } from "./small-order.ts";
import { givenSurvey } from "./surveyed-house.ts";

export const surveyedOn: Day = "2026-03-02";
export const reckonedOn: Day = "2026-11-20";
export const at = new Date("2026-11-20T10:00:00Z");

/** The small city with people and teams, and a daycare whose elements make up works: windows, a roof, and energy. */
export interface WorkWorld extends OrderWorld {
  surveyId: Id;
  /** Elements in the order given: windows, felt roof, heating. */
  elements: { windows: Id; roof: Id; heating: Id };
  /** Works by group and kind, as "windows exterior". */
  works: Record<string, Id>;
}

export async function givenWorkWorld(db: Db): Promise<WorkWorld> {
  const world = await givenOrderWorld(db);
  await ensureConditionBasics(db, world.organisationId);
  const { surveyId, elementIds } = await givenSurvey(db, world, world.daycare, surveyedOn, [
    { type: "31", quantity: 80, condition: 5, price: "31-U", share: 0.5, year: 2028 },
    { type: "47F", quantity: 400, condition: 4, price: "47F-U", year: 2029 },
    { type: "56", quantity: 1, condition: 3, ownOre: 90_000_000, purpose: "modernisation", year: 2030 },
  ]);
  const [windows, roof, heating] = elementIds as [Id, Id, Id];
  await reckonBacklog(db, world.organisationId, [world.daycare], reckonedOn);
  return {
    ...world,
    surveyId,
    elements: { windows, roof, heating },
    works: await worksOf(db, world.daycare),
  };
}

/** The open works of a building, by group and kind. */
export async function worksOf(db: Db, buildingId: Id): Promise<Record<string, Id>> {
  const rows = await db.execute<{ id: Id; name: string }>(sql`
    select id, work_group || ' ' || kind as name from work
     where building_id = ${buildingId} and state in ('proposed', 'planned', 'ordered')`);
  return Object.fromEntries(rows.map(({ id, name }) => [name, id]));
}

/** The building's backlog of a day, in øre, by kind. */
export async function backlogOf(
  db: Db,
  buildingId: Id,
  on: Day = reckonedOn,
): Promise<Record<string, number>> {
  const rows = await db.execute<{ kind: string; ore: number }>(sql`
    select kind, amount_ore as ore from backlog_estimate
     where building_id = ${buildingId} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`);
  return Object.fromEntries(rows.map(({ kind, ore }) => [kind, ore]));
}
