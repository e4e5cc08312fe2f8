import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { ensureConditionBasics } from "#db/commands/ensure-condition-basics.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

/** One element as a signed survey saw it, with a price from the usual list or a sum of its own; index and overhead by the basics. */
export interface GivenElement {
  type: string;
  quantity?: number;
  /** Null: it needs a closer look. */
  condition: number | null;
  price?: string;
  ownOre?: number;
  share?: number;
  purpose?: "upkeep" | "modernisation";
  year?: number | null;
}

/** The small portfolio with everything that condition is reckoned with. */
export async function insertReckonedPortfolio(db: Db): Promise<SmallPortfolio> {
  const small = await insertSmallPortfolio(db);
  await ensureConditionBasics(db, small.organisationId);
  return small;
}

/** A signed survey of a building with its elements, as a surveyor would have left it; returns the elements' ids in order. */
export async function givenSurvey(
  db: Db,
  { organisationId }: { organisationId: Id },
  buildingId: Id,
  on: Day,
  elements: readonly (GivenElement & { elementId?: Id })[],
): Promise<{ surveyId: Id; elementIds: Id[] }> {
  const surveyId = newId();
  await db.execute(sql`
    insert into survey (id, organisation_id, building_id, surveyed_on, condition, source, signed_at)
    values (${surveyId}, ${organisationId}, ${buildingId}, ${on}, 3, 'Prøve', ${`${on}T12:00:00Z`})`);
  const elementIds: Id[] = [];
  for (const given of elements) {
    const [elementId, observationId] = [given.elementId ?? newId(), newId()];
    elementIds.push(elementId);
    if (!given.elementId)
      await db.execute(sql`
        insert into element (id, organisation_id, building_id, type_code, quantity, valid_from)
        values (${elementId}, ${organisationId}, ${buildingId}, ${given.type}, ${given.quantity ?? 100}, '2016-01-01')`);
    await db.execute(sql`
      insert into element_observation (id, organisation_id, survey_id, building_id, element_id, condition, grade)
      values (${observationId}, ${organisationId}, ${surveyId}, ${buildingId}, ${elementId}, ${given.condition},
        ${given.condition === null ? "UN" : null})`);
    if (!given.price && !given.ownOre) continue;
    await db.execute(sql`
      insert into remedy (id, organisation_id, observation_id, purpose, description, price_line_id, own_price_ore,
        is_lump_sum, share_to_repair, recommended_year)
      select ${newId()}, ${organisationId}, ${observationId}, ${given.purpose ?? "upkeep"}, 'Prøve', p.id,
             ${given.ownOre ?? null}, ${given.ownOre !== undefined}, ${given.share ?? 1}, ${given.year ?? null}
        from (select 1) x left join price_line p on p.organisation_id = ${organisationId} and p.code = ${given.price ?? ""}`);
  }
  return { surveyId, elementIds };
}
