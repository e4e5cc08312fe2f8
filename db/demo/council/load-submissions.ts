import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { addBenefit } from "#db/commands/benefit/add-benefit.ts";
import { decideCase } from "#db/commands/council/decide-case.ts";
import { fundCase } from "#db/commands/council/fund-case.ts";
import { setCouncilMeeting } from "#db/commands/council/seat-council.ts";
import { submitCase } from "#db/commands/council/submit-case.ts";
import { getCouncilCase, type CouncilCase } from "#db/queries/council/get-council-case.ts";
import type { Actor } from "#domain/actor.ts";
import { paybackForPool, recommendedEconomy } from "#domain/council/recommended-economy.ts";
import { addMonths, yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import { caseName } from "../colocation/demo-cases.ts";
import { demoActor } from "./demo-actor.ts";
import { decidedOn, meetingPlace } from "./load-council.ts";

/**
 * Puts one of the demo's co-location cases before the next meeting of the council, and lets it decide and fund another at the
 * last one, with what it promised. Made up, but reckoned from the demo's register like any other. Once.
 */
export async function loadDemoSubmissions(db: Db, organisationId: Id, loadDay: Day): Promise<boolean> {
  const now = new Date(`${loadDay}T10:00:00Z`);
  const [planner, chair] = [await demoActor(db, "planner", now), await demoActor(db, "manager", now)];
  const [firstStage, small] = await Promise.all(
    [caseName.firstStage, caseName.decided].map((name) => findCase(db, organisationId, name)),
  );
  if (!planner || !chair || firstStage?.status !== "draft" || small?.status !== "draft") return false;
  const next = await meetingOn(db, chair, addMonths(loadDay, 1), now);
  const last = await meetingOn(db, chair, decidedOn(loadDay), now);
  const words = "Indstilles til rådets næste møde. Sagen er fiktiv.";
  await submit(db, planner, { ...firstStage, meetingId: next, words }, now);
  const then = new Date(`${decidedOn(loadDay)}T09:00:00Z`);
  await submit(db, planner, { ...small, meetingId: last, words: "Fiktiv sag." }, then);
  await decideAndFund(db, { chair, planner }, small.id, then);
  return true;
}

interface Draft {
  id: Id;
  status: string;
  scenarioId: Id;
}

/** A case of the demo with the first of its scenarios that is not as things are. */
async function findCase(db: Db, organisationId: Id, name: string): Promise<Draft | null> {
  const [row] = await db.execute<Draft & Record<string, unknown>>(sql`
    select c.id, c.status, s.id as "scenarioId" from colocation_case c
      join colocation_scenario s on s.case_id = c.id and not s.is_base
     where c.organisation_id = ${organisationId} and c.name = ${name} order by s.created_at, s.id limit 1`);
  return row ?? null;
}

const meetingOn = async (db: Db, chair: Actor, heldOn: Day, now: Date): Promise<Id> =>
  done(await setCouncilMeeting(db, chair, { heldOn, place: meetingPlace }, now));

async function submit(
  db: Db,
  planner: Actor,
  { id, scenarioId, meetingId, words }: Draft & { meetingId: Id; words: string },
  now: Date,
): Promise<void> {
  done(
    await submitCase(
      db,
      planner,
      { id, version: await versionOf(db, id) },
      { scenarioId, meetingId, words },
      now,
    ),
  );
}

async function decideAndFund(
  db: Db,
  { chair, planner }: { chair: Actor; planner: Actor },
  id: Id,
  now: Date,
): Promise<void> {
  const seen = async () => ({ id, version: await versionOf(db, id) });
  const words = "Godkendt: en lille flytning, der kan gennemføres med det samme. Fiktiv afgørelse.";
  done(await decideCase(db, chair, await seen(), { event: "approved", words }, now));
  const found = (await getCouncilCase(db, chair, id))!;
  const city = recommendedEconomy(found.submission!)!.municipality;
  const [pool] = await db.execute<{ id: Id }>(
    sql`select id from investment_pool where organisation_id = ${chair.organisationId} order by name limit 1`,
  );
  const funding = { poolId: pool!.id, amountOre: -city.onceOre, words: "Finansieret af puljen. Fiktivt." };
  done(
    await fundCase(db, chair, await seen(), funding, { paybackYears: paybackForPool(found.submission), now }),
  );
  await promise(db, planner, found, now);
}

/** What the decided case promised: the rent that ends, in full from the year it begins. */
async function promise(db: Db, planner: Actor, { id, submission }: CouncilCase, now: Date): Promise<void> {
  const { inputs } = submission!;
  const rentOre = inputs.premises.reduce((sum, { externalRentOre }) => sum + externalRentOre, 0);
  const line = {
    ...{ label: "Ekstern husleje ophører (fiktiv)", administrationId: inputs.units[0]!.administrationId },
    ...{ kind: "rent" as const, isHard: true, requiredOre: rentOre, fromYear: yearOf(inputs.case.startOn) },
    ...{ phaseYears: 1, securedBy: "Opsagt lejemål (fiktivt)" },
  };
  done(await addBenefit(db, planner, id, line, now));
}

const versionOf = async (db: Db, id: Id): Promise<number> =>
  (await db.execute<{ version: number }>(sql`select version from colocation_case where id = ${id}::uuid`))[0]!
    .version;

/** What a command made; in the demo a refusal is a fault of the demo. */
function done<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`The demo's case was refused by the council: ${result.refusal}`);
  return result.value;
}
