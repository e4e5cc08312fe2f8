import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { correctCharge } from "#db/commands/charge/correct-charge.ts";
import { decideRun } from "#db/commands/charge/decide-run.ts";
import { makeRun } from "#db/commands/charge/make-run.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import type { Actor } from "#domain/actor.ts";
import { chargeMonthOf, nextChargePeriod, type ChargePeriod } from "#domain/charge/charge-period.ts";
import { addMonths, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { loadDemoInvoices } from "./load-invoices.ts";
import { loadDemoSharedCosts } from "./load-shared-costs.ts";

/** Months that are issued, the last of them the one before the load day's own. */
const issuedMonths = 2;

/**
 * Gives the demo its charges, where it has none: two months issued, the current one a draft that waits for approval, one
 * correction, and last year's shared costs. The manager makes them and the administrator approves. Returns whether there was
 * anything to do.
 */
export async function loadDemoCharges(
  db: Db,
  organisationId: Id,
  { loadDay }: { loadDay: Day },
): Promise<boolean> {
  const present = await db.execute(
    sql`select 1 from charge_run where organisation_id = ${organisationId} limit 1`,
  );
  const now = new Date(`${loadDay}T08:00:00Z`);
  const [manager, admin] = [await actorOf(db, "manager", now), await actorOf(db, "admin", now)];
  if (present.length > 0 || !manager || !admin) return false;
  let period = chargeMonthOf(addMonths(loadDay, -issuedMonths));
  let last: Id | null = null;
  for (let month = 0; month < issuedMonths; month += 1) {
    last = await issue(db, [manager, admin], period);
    period = nextChargePeriod(period);
  }
  await make(db, manager, period, now);
  await loadDemoSharedCosts(db, manager, loadDay);
  if (last) {
    await correctOne(db, [manager, admin], last, now);
    await loadDemoInvoices(db, manager, chargeMonthOf(addMonths(loadDay, -1)));
  }
  return true;
}

async function make(db: Db, actor: Actor, period: ChargePeriod, at: Date): Promise<Id> {
  const made = await makeRun(db, actor, period, at);
  if (!made.ok) throw new Error(`The demo's charges of ${period.text} cannot be made: ${made.refusal}.`);
  return made.value.id;
}

/** On the third of its month the manager makes a run, the administrator approves it, and it is issued. */
async function issue(db: Db, [manager, admin]: [Actor, Actor], period: ChargePeriod): Promise<Id> {
  const at = (hour: string) => new Date(`${period.from.slice(0, 8)}03T${hour}:00Z`);
  const id = await make(db, manager, period, at("08:00"));
  await decideRun(db, admin, id, "approve", at("10:30"));
  await decideRun(db, manager, id, "issue", at("11:00"));
  return id;
}

/** One lease was charged a tenth too much for taxes: taken back and put right, approved and issued. */
async function correctOne(db: Db, [manager, admin]: [Actor, Actor], runId: Id, now: Date): Promise<void> {
  const [line] = await db.execute<{ contractId: Id; lineId: Id; ore: number }>(sql`
    select c.contract_id as "contractId", l.id as "lineId", l.amount_ore as ore
      from charge c join charge_line l on l.charge_id = c.id and l.key = 'taxes' and l.amount_ore > 0
      join contract k on k.id = c.contract_id and k.kind = 'internal'
      join unit u on u.id = k.unit_id and not u.is_protected
     where c.run_id = ${runId} order by k.number limit 1`);
  if (!line) return;
  const { contractId, lineId, ore } = line;
  const corrected = await correctCharge(
    db,
    manager,
    runId,
    {
      ...{ by: "amount", contractId, lineId, amountOre: Math.round(ore * 0.9) },
      reason: "Ejendomsskatten var opkrævet efter den gamle vurdering (demo)",
    },
    now,
  );
  if (!corrected.ok) throw new Error(`The demo's correction cannot be made: ${corrected.refusal}.`);
  await decideRun(db, admin, corrected.value.id, "approve", now);
  await decideRun(db, manager, corrected.value.id, "issue", now);
}

async function actorOf(db: Db, key: string, now: Date): Promise<Actor | null> {
  const [row] = await db.execute<{ id: Id }>(sql`
    select id from account where is_demo and email = ${`${key}@demo.example`}`);
  return row ? getActorByAccount(db, row.id, now) : null;
}
