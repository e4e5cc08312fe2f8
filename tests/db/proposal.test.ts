import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { createColocationCase } from "#db/commands/colocation/create-case.ts";
import {
  cancelProposal,
  endProposal,
  noteProposal,
  startProposal,
  type ProposalEnd,
} from "#db/commands/colocation/run-proposal.ts";
import { getProposal } from "#db/queries/colocation/get-proposal.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { CaseForm } from "#domain/colocation/case-form.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");
const later = new Date("2026-11-20T10:05:00Z");

async function givenCase(db: Db) {
  const city = await insertSmallPortfolio(db);
  const { organisationId } = city;
  const planner = await givenAccount(db, organisationId, { role: "planner" });
  const form = CaseForm.parse({
    name: "Fælles hus",
    priceYear: 2026,
    horizonYears: 20,
    startOn: "2027-01-01",
  });
  const made = await createColocationCase(db, planner, form, now);
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
  const asked = { caseId: id, scenarioId: baseId, secondsAtMost: 60, budgetOre: null, paybackYears: 6 };
  return { city, planner, id, baseId, unitId, premisesId, asked };
}

const nothing: ProposalEnd = {
  ...{ state: "done", outcome: "unknown", bestOre: null, boundOre: null, conflict: null, placed: null },
};

test("what a search finds becomes a scenario of its own, and how far it is from the best is kept", () =>
  database.rollback(async (db) => {
    const { planner, id, unitId, premisesId, asked } = await givenCase(db);
    const started = await startProposal(db, planner, asked, now);
    if (!started.ok) throw new Error(started.refusal);
    expect(await startProposal(db, planner, asked, now)).toEqual({ ok: false, refusal: "isRunning" });
    expect(await noteProposal(db, started.value, { bestOre: 120.4, boundOre: null, seconds: 2 }, now)).toBe(
      "goOn",
    );
    expect(await getProposal(db, planner, id)).toMatchObject({ state: "running", bestOre: 120, seconds: 2 });
    const placed = new Map([[unitId, premisesId]]);
    await endProposal(
      db,
      started.value,
      { ...nothing, outcome: "solved", bestOre: 110, boundOre: 109, placed },
      later,
    );
    expect(await getProposal(db, planner, id)).toMatchObject({
      ...{ state: "done", outcome: "solved", bestOre: 110, boundOre: 109, scenario: "Forslag 1" },
    });
    const inputs = (await readColocationCase(db, planner, id, "2026-11-20"))!;
    expect(inputs.scenarios[1]).toMatchObject({ name: "Forslag 1", placements: [{ unitId, premisesId }] });
    expect((await recordedOf(db, id)).map(({ action }) => action)).toContain("search");
    // What has ended takes no more news, and makes no second scenario.
    expect(await endProposal(db, started.value, { ...nothing, placed }, later)).toBeNull();
    expect(await noteProposal(db, started.value, { bestOre: 1, boundOre: 1, seconds: 1 }, later)).toBe(
      "cancel",
    );
  }));

test("rules in each other's way are kept, without a scenario", () =>
  database.rollback(async (db) => {
    const { planner, id, asked } = await givenCase(db);
    const started = await startProposal(db, planner, asked, now);
    if (!started.ok) throw new Error(started.refusal);
    const conflict = [{ kind: "budget" as const }];
    await endProposal(db, started.value, { ...nothing, outcome: "impossible", conflict }, later);
    expect(await getProposal(db, planner, id)).toMatchObject({
      outcome: "impossible",
      conflict,
      scenario: null,
    });
  }));

test("a search can be asked to end, and one that nobody has heard of makes way", () =>
  database.rollback(async (db) => {
    const { planner, id, asked } = await givenCase(db);
    const first = await startProposal(db, planner, asked, now);
    if (!first.ok) throw new Error(first.refusal);
    expect((await cancelProposal(db, planner, id, now)).ok).toBe(true);
    expect(await noteProposal(db, first.value, { bestOre: null, boundOre: null, seconds: 1 }, now)).toBe(
      "cancel",
    );
    expect((await startProposal(db, planner, asked, later)).ok).toBe(true);
    const states = await db.execute<{ state: string }>(
      sql`select state from colocation_proposal where case_id = ${id} order by started_at`,
    );
    expect(states.map(({ state }) => state)).toEqual(["failed", "running"]);
  }));

test("whoever may not write cases neither starts nor stops, strangers see nothing, and what the council has is left alone", () =>
  database.rollback(async (db) => {
    const { city, planner, id, asked } = await givenCase(db);
    const manager = await givenAccount(db, city.organisationId, { role: "manager" });
    expect(await startProposal(db, manager, asked, now)).toEqual({ ok: false, refusal: "notFound" });
    expect(await cancelProposal(db, manager, id, now)).toEqual({ ok: false, refusal: "notFound" });
    expect(await startProposal(db, planner, { ...asked, scenarioId: newId() }, now)).toEqual({
      ...{ ok: false, refusal: "notFound" },
    });
    expect((await startProposal(db, planner, asked, now)).ok).toBe(true);
    const craftsman = await givenAccount(db, city.organisationId, { role: "craftsman" });
    expect(await getProposal(db, craftsman, id)).toBeNull();
    await db.execute(sql`update colocation_case set status = 'submitted' where id = ${id}`);
    expect(await startProposal(db, planner, asked, later)).toEqual({ ok: false, refusal: "notDraft" });
  }));
