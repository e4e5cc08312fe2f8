import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseAssumption, CaseCondition, CaseHead, CaseInputs } from "#domain/colocation/case-inputs.ts";
import { pricedOn } from "#domain/colocation/priced-on.ts";
import type { Day } from "#domain/day-count.ts";
import type { Id } from "#domain/id.ts";
import { readPremises } from "./read-premises.ts";
import { readScenarios } from "./read-scenarios.ts";
import { readUnits } from "./read-units.ts";
import { visibleCases } from "./visible-cases.ts";

/**
 * Everything a case rests on: what planners decided, and what the register says on a day; null where the actor may not
 * know of it. Alone it is enough to reckon and to freeze the case.
 */
export async function readColocationCase(db: Db, actor: Actor, id: Id, on: Day): Promise<CaseInputs | null> {
  const [head] = await db.execute<CaseHead & Record<string, unknown>>(sql`
    select c.id, c.number, c.name, c.purpose, c.status, c.owner_account_id as "ownerAccountId", o.name as "ownerName",
           c.price_year as "priceYear", c.horizon_years as "horizonYears", c.start_on as "startOn",
           c.rates_as_of as "ratesAsOf", c.version
      from colocation_case c join account o on o.id = c.owner_account_id
     where c.id = ${id} and ${visibleCases(actor)}`);
  if (!head) return null;
  const [units, premises, scenarios, conditions, assumptions] = await Promise.all([
    readUnits(db, actor, id, on),
    readPremises(db, actor, id, { on, pricedOn: pricedOn(head.priceYear, on) }),
    readScenarios(db, actor, id),
    readConditions(db, actor, id),
    readAssumptions(db, actor, id),
  ]);
  return withoutUnseen({ case: head, readOn: on, units, premises, scenarios, conditions, assumptions });
}

/** Takes out whatever names a unit or premises that the actor does not see. */
function withoutUnseen(inputs: CaseInputs): CaseInputs {
  const units = new Set(inputs.units.map(({ id }) => id));
  const premises = new Set(inputs.premises.map(({ id }) => id));
  const seesUnit = (id: Id | null) => id === null || units.has(id);
  const seesPremises = (id: Id | null) => id === null || premises.has(id);
  const sees = (one: { unitId: Id | null; premisesId: Id | null }) =>
    seesUnit(one.unitId) && seesPremises(one.premisesId);
  return {
    ...inputs,
    scenarios: inputs.scenarios.map((scenario) => ({
      ...scenario,
      placements: scenario.placements.filter(sees),
      dependencies: scenario.dependencies.filter((one) => seesUnit(one.unitId) && seesUnit(one.afterUnitId)),
    })),
    conditions: inputs.conditions.filter((one) => sees(one) && seesUnit(one.otherUnitId)),
    assumptions: inputs.assumptions.filter(sees),
  };
}

const readConditions = async (db: Db, actor: Actor, caseId: Id): Promise<CaseCondition[]> => [
  ...(await db.execute<CaseCondition & Record<string, unknown>>(sql`
    select id, colocation_unit_id as "unitId", strength, kind, other_unit_id as "otherUnitId",
           colocation_premises_id as "premisesId", distance_meters as "distanceMeters",
           yearly_price_ore as "yearlyPriceOre", words
      from colocation_condition where case_id = ${caseId} and organisation_id = ${actor.organisationId} order by id limit 2000`)),
];

const readAssumptions = async (db: Db, actor: Actor, caseId: Id): Promise<CaseAssumption[]> => [
  ...(await db.execute<CaseAssumption & Record<string, unknown>>(sql`
    select id, key, colocation_premises_id as "premisesId", colocation_unit_id as "unitId", low, base, high, unit,
           source, owner
      from colocation_assumption where case_id = ${caseId} and organisation_id = ${actor.organisationId} order by key, id limit 5000`)),
];
