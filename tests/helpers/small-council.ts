import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { createColocationCase } from "#db/commands/colocation/create-case.ts";
import { seatInCouncil } from "#db/commands/council/seat-council.ts";
import { submitCase } from "#db/commands/council/submit-case.ts";
import { colocationScenario, investmentPool } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseForm } from "#domain/colocation/case-form.ts";
import { newId, type Id } from "#domain/id.ts";
import { givenAccount } from "./people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

export const now = new Date("2026-11-20T12:00:00Z");
const form: CaseForm = {
  ...{ name: "Fælles hus", purpose: null, priceYear: 2026, horizonYears: 20, startOn: "2027-01-01" },
};

export interface Scene {
  small: SmallPortfolio;
  admin: Actor;
  planner: Actor;
  chair: Actor;
  deputy: Actor;
  member: Actor;
  outsider: Actor;
  poolId: Id;
}

export async function givenCouncil(db: Db): Promise<Scene> {
  const small = await insertSmallPortfolio(db);
  const org = small.organisationId;
  const [admin, planner, chair, deputy, member, outsider] = [
    await givenAccount(db, org, { role: "administrator" }),
    await givenAccount(db, org, { role: "planner" }),
    await givenAccount(db, org, { role: "manager" }),
    await givenAccount(db, org, { role: "manager" }),
    await givenAccount(db, org, { role: "administrationUser", administrationIds: [small.buf] }),
    await givenAccount(db, org, { role: "administrationUser", administrationIds: [small.sof] }),
  ];
  await seatInCouncil(
    db,
    admin,
    { accountId: chair.accountId, deputyAccountId: deputy.accountId, seat: "chair" },
    now,
  );
  await seatInCouncil(db, admin, { accountId: member.accountId, deputyAccountId: null, seat: "member" }, now);
  const poolId = newId();
  await db.insert(investmentPool).values({
    ...{
      id: poolId,
      organisationId: org,
      name: "Pulje",
      balanceOre: 0,
      yearlyGrantOre: 1_000,
      source: "Prøve",
    },
    ...{ mostPerCaseOre: null, mostPaybackYears: 6 },
  });
  return { small, admin, planner, chair, deputy, member, outsider, poolId };
}

export async function givenCase(
  db: Db,
  { planner }: Scene,
  name = form.name,
): Promise<{ id: Id; scenarioId: Id }> {
  const made = await createColocationCase(db, planner, { ...form, name }, now);
  if (!made.ok) throw new Error(made.refusal);
  const scenarioId = newId();
  await db.insert(colocationScenario).values({
    ...{
      id: scenarioId,
      organisationId: planner.organisationId,
      caseId: made.value.id,
      name: `Sammen ${name}`,
    },
    ...{ createdBy: planner.accountId, createdAt: now },
  });
  return { id: made.value.id, scenarioId };
}

export const seen = async (db: Db, id: Id) => {
  const [row] = await db.execute<{ version: number; status: string }>(
    sql`select version, status from colocation_case where id = ${id}`,
  );
  return { id, ...row! };
};

export async function submitted(db: Db, scene: Scene, name?: string): Promise<{ id: Id; scenarioId: Id }> {
  const made = await givenCase(db, scene, name);
  const form = { scenarioId: made.scenarioId, meetingId: null, words: "" };
  const answer = await submitCase(db, scene.planner, await seen(db, made.id), form, now);
  expect(answer).toMatchObject({ ok: true });
  return made;
}
