import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { decideHandOver } from "#db/commands/hand-over/decide-hand-over.ts";
import { handOver } from "#db/commands/hand-over/hand-over.ts";
import { noteMeeting } from "#db/commands/hand-over/note-meeting.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { getHandOverRegister } from "#db/queries/hand-over/get-hand-over-register.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, addMonths, type Day } from "#domain/day.ts";
import type { HandOverForm } from "#domain/hand-over/hand-over-facts.ts";
import type { Id } from "#domain/id.ts";

/** How many of the administration's leases wait with KEjd in the demo, are being checked, and wait for an answer. */
const stages = [
  ...Array<null>(4).fill(null),
  ...Array<"checking">(3).fill("checking"),
  ...Array<"askedBack">(2).fill("askedBack"),
];

const question = "Vi mangler selve lejekontrakten. Kan I lægge den ved? (demo)";

/**
 * Gives the demo nine leases on their way from one administration to KEjd, a property, one lease that nobody knew of, and
 * the committee's meetings of the last half year, where it has none. None is taken over: 142 stay 142.
 */
export async function loadDemoHandOvers(
  db: Db,
  organisationId: Id,
  { loadDay }: { loadDay: Day },
): Promise<boolean> {
  const present = await db.execute(
    sql`select 1 from hand_over where organisation_id = ${organisationId} limit 1`,
  );
  const now = new Date(`${loadDay}T09:00:00Z`);
  const [user, manager] = [await actorOf(db, "administration", now), await actorOf(db, "manager", now)];
  if (present.length > 0 || !user || !manager) return false;
  const { known } = await getHandOverRegister(db, user, loadDay);
  const leases = known.filter(({ kind }) => kind === "lease").slice(0, stages.length);
  const property = known.find(({ kind }) => kind === "property");
  const sentOn = (days: number) => new Date(`${addDays(loadDay, -days)}T09:00:00Z`);
  for (const [index, place] of leases.entries()) {
    const handedAt = sentOn(40 - 3 * index);
    const id = await send(db, user, place, handedAt);
    const stage = stages[index];
    if (id && stage)
      await decideHandOver(
        db,
        manager,
        { id, version: 1 },
        { event: stage, words: stage === "askedBack" ? question : "" },
        sentOn(6),
      );
  }
  if (property) await send(db, user, property, sentOn(20));
  const [first] = leases;
  if (first) await send(db, user, foundBeside(first, loadDay), sentOn(3));
  for (const months of [1, 3, 5]) await noteMeeting(db, manager, addMonths(loadDay, -months));
  // What the demo said in the past is told to nobody at its first start.
  await db.execute(
    sql`delete from outbox where organisation_id = ${organisationId} and kind = 'mailHandOver'`,
  );
  return true;
}

/** A lease in the house next door, of which the register has nothing. */
function foundBeside({ administrationId, facts }: HandOverForm, loadDay: Day): HandOverForm {
  return {
    ...{ kind: "lease", administrationId, contractId: null, buildingId: null, unitId: null },
    facts: {
      ...facts,
      ...{
        houseNumber: `${Number.parseInt(facts.houseNumber, 10) + 2} B`,
        premises: "st. th.",
        areaM2: 86,
        lastDay: null,
      },
      ...{
        startsOn: addMonths(loadDay, -30),
        annualRentOre: 98_000_00,
        nonTerminableUntil: null,
        position: null,
      },
      note: "Fundet ved gennemgang af kontraktmappen (demo).",
    },
  };
}

async function send(db: Db, user: Actor, place: HandOverForm, at: Date): Promise<Id | null> {
  const { kind, administrationId, contractId, buildingId, unitId, facts } = place;
  const form: HandOverForm = { kind, administrationId, contractId, buildingId, unitId, facts };
  const answer = await handOver(db, user, { kind, forms: [{ name: "1", form }], isPartial: false }, at);
  return answer.ok ? answer.ids[0]! : null;
}

async function actorOf(db: Db, key: "administration" | "manager", now: Date): Promise<Actor | null> {
  const [found] = await db.execute<{ id: Id }>(
    sql`select id from account where is_demo and email = ${`${key}@demo.example`}`,
  );
  return found ? getActorByAccount(db, found.id, now) : null;
}
