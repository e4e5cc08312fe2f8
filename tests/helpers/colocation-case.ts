import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { createColocationCase } from "#db/commands/colocation/create-case.ts";
import { CaseForm } from "#domain/colocation/case-form.ts";
import { newId, type Id } from "#domain/id.ts";
import { givenAccount } from "./people.ts";
import { insertSmallPortfolio } from "./small-portfolio.ts";

export const caseMadeAt = new Date("2026-11-20T10:00:00Z");

export const caseForm = (given: Partial<CaseForm> = {}) =>
  CaseForm.parse({
    ...{ name: "Fælles hus", purpose: "", priceYear: 2026, horizonYears: 20, startOn: "2027-01-01" },
    ...given,
  });

/** A case of the daycare and its house, made by a planner. */
export async function givenColocationCase(db: Db) {
  const city = await insertSmallPortfolio(db);
  const { organisationId } = city;
  const as = (role: Parameters<typeof city.as>[0], reach: { administrationIds?: Id[] } = {}) =>
    givenAccount(db, organisationId, { role, ...reach });
  const planner = await as("planner");
  const made = await createColocationCase(db, planner, caseForm(), caseMadeAt);
  if (!made.ok) throw new Error(made.refusal);
  const { id, baseId } = made.value;
  const [unitId, premisesId] = [newId(), newId()];
  await db.execute(sql`insert into colocation_unit (id, organisation_id, case_id, unit_id, employees)
    values (${unitId}, ${organisationId}, ${id}, ${city.solsikken}, 12)`);
  await db.execute(sql`insert into colocation_premises (id, organisation_id, case_id, kind, building_id, when_vacated)
    values (${premisesId}, ${organisationId}, ${id}, 'building', ${city.daycare}, 'sell')`);
  await db.execute(sql`insert into colocation_placement
      (organisation_id, scenario_id, colocation_unit_id, colocation_premises_id, standing)
    values (${organisationId}, ${baseId}, ${unitId}, ${premisesId}, 'assigned')`);
  return { city, planner, as, id, baseId, unitId, premisesId };
}
