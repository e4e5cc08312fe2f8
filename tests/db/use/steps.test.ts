import { expect, test } from "vitest";
import { getStepFacts } from "#db/queries/steps/get-step-facts.ts";
import { givenAccount } from "../../helpers/people.ts";
import { useDatabase } from "../../helpers/database.ts";
import { insertSmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const today = "2026-11-28";
const now = new Date("2026-11-28T12:00:00Z");

test("the facts of the steps are those of what the actor may see", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const leader = { role: "leader" as const, unitIds: [small.solsikken] };
    await givenAccount(db, small.organisationId, leader);
    const manager = await getStepFacts(db, small.as("manager"), today, now);
    const planner = await getStepFacts(db, small.as("planner"), today, now);
    expect(manager).toMatchObject({ units: 3, unitsWithLeader: 1, outsideM2: 0, useKnownM2: 0 });
    // The crisis centre's unit and its 400 m² are in no figure of the planner's.
    expect(planner.units).toBe(2);
    expect(manager.portfolioM2 - planner.portfolioM2).toBe(400);
    expect(await getStepFacts(db, small.as("craftsman"), today, now)).toMatchObject({
      ...{ wholeM2: 0, units: 0, leases: 0, unknownLeases: 0 },
    });
  }));
