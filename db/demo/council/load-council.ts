import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { answerBenefit } from "#db/commands/benefit/answer-benefit.ts";
import { addBenefit } from "#db/commands/benefit/add-benefit.ts";
import { grantPool } from "#db/commands/council/keep-pool.ts";
import { seatInCouncil, setCouncilMeeting } from "#db/commands/council/seat-council.ts";
import { colocationCase, colocationScenario, investmentPool } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { addMonths, yearOf, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { demoActor } from "./demo-actor.ts";
import { valbyLines, valbyNumber, valbyPurpose } from "./valby.ts";

/** What the demo's pool gets a year, øre; made up. */
const yearlyGrantOre = 40_000_000_00;

export const meetingPlace = "Rådhuset (demo)";
/** The day of the council's last meeting; it has sat for two months more. */
export const decidedOn = (loadDay: Day): Day => addMonths(loadDay, -1);

/**
 * Gives the demo a council (its chair is the demo's manager), a pool with three years' grants, the next meetings, and the
 * city's first case as history: Fælles Borgerservice Valby with the numbers that were reported in 2008. Once.
 */
export async function loadDemoCouncil(
  db: Db,
  organisationId: Id,
  { loadDay }: { loadDay: Day },
): Promise<boolean> {
  const present = await db.execute(
    sql`select 1 from council_seat where organisation_id = ${organisationId} limit 1`,
  );
  const now = new Date(`${loadDay}T08:00:00Z`);
  const [admin, manager, planner, user] = await Promise.all(
    ["admin", "manager", "planner", "administration"].map((key) => demoActor(db, key, now)),
  );
  if (present.length > 0 || !admin || !manager || !planner) return false;
  const { accountId } = manager;
  const seated = new Date(`${addMonths(loadDay, -3)}T08:00:00Z`);
  await seatInCouncil(db, admin, { accountId, deputyAccountId: admin.accountId, seat: "chair" }, seated);
  if (user)
    await seatInCouncil(
      db,
      admin,
      { accountId: user.accountId, deputyAccountId: null, seat: "member" },
      seated,
    );
  for (const months of [1, 3])
    await setCouncilMeeting(db, manager, { heldOn: addMonths(loadDay, months), place: meetingPlace }, now);
  await fillPool(db, manager, organisationId, now, yearOf(loadDay));
  await writeValby(db, planner, organisationId);
  return true;
}

async function fillPool(db: Db, chair: Actor, organisationId: Id, now: Date, year: number): Promise<void> {
  const id = newId();
  await db.insert(investmentPool).values({
    ...{ id, organisationId, name: "Investeringspulje (demo)", balanceOre: 0, yearlyGrantOre },
    ...{ mostPerCaseOre: 60_000_000_00, mostPaybackYears: 6 },
    source: "Seks år: rapport om tværgående enheder, juni 2013. Beløbene er demo.",
  });
  for (const granted of [year - 2, year - 1, year])
    await grantPool(db, chair, { poolId: id, year: granted }, now);
}

/** The case of 2008, its three lines and what was said of them that year. */
async function writeValby(db: Db, planner: Actor, organisationId: Id): Promise<void> {
  const at = new Date("2008-10-14T08:00:00Z");
  const id = newId();
  await db.insert(colocationCase).values({
    ...{ id, organisationId, number: valbyNumber, name: "Fælles Borgerservice Valby", purpose: valbyPurpose },
    ...{ status: "implementing", ownerAccountId: planner.accountId, priceYear: 2008, horizonYears: 10 },
    ...{ startOn: "2008-04-01", ratesAsOf: "2008-04-01", createdBy: planner.accountId, createdAt: at },
  });
  await db.insert(colocationScenario).values({
    ...{ id: newId(), organisationId, caseId: id, name: "Som i dag", isBase: true },
    ...{ createdBy: planner.accountId, createdAt: at },
  });
  const administrations = await db.execute<{ id: Id; code: string }>(
    sql`select id, code from administration where organisation_id = ${organisationId}`,
  );
  for (const { administration, answer, ...line } of valbyLines) {
    const administrationId = administrations.find(({ code }) => code === administration)?.id ?? null;
    const added = await addBenefit(db, planner, id, { ...line, administrationId }, at);
    if (added.ok) await answerBenefit(db, planner, added.value, answer, at);
  }
}
