import { escalateLateOrders } from "#app/jobs/periodic/escalate-late-orders.ts";
import { warnOfDates } from "#app/jobs/periodic/warn-of-dates.ts";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { loadDemoNeeds } from "#db/demo/needs/load-needs.ts";
import { loadDemoColocation } from "#db/demo/colocation/load-colocation.ts";
import { createDemoAccounts } from "#db/demo/accounts.ts";
import { beginDemoCases } from "#db/demo/cases/load-cases.ts";
import { loadDemoCharges } from "#db/demo/charges/load-charges.ts";
import { demoAccounts, DEMO_PASSWORD } from "#db/demo/demo-account.ts";
import { generateDemo } from "#db/demo/generate-demo.ts";
import { loadDemo } from "#db/demo/load-demo.ts";
import { planDemoVisits } from "#db/demo/plan-demo-visits.ts";
import { loadDemoCouncil } from "#db/demo/council/load-council.ts";
import { loadDemoMeters } from "#db/demo/meter/load-meters.ts";
import { loadDemoSubmissions } from "#db/demo/council/load-submissions.ts";
import { loadDemoLeaseWork } from "#db/demo/lease/load-lease-work.ts";
import { loadDemoHandOvers } from "#db/demo/hand-over/load-hand-overs.ts";
import type { DemoPortfolio } from "#db/demo/rows.ts";
import { beginDemoPlans } from "#db/demo/plans/load-plans.ts";
import { loadDemoObservations } from "#db/demo/use/load-observations.ts";
import { loadDemoUse } from "#db/demo/use/load-use.ts";
import { dayAt } from "#domain/day.ts";
import { generateBeside, reckonBeside } from "./load-demo/beside.ts";

/** The seed of the portfolio that everyone who starts the demo gets. */
const demoSeed = 2013;

type Say = (text: string) => void;

/**
 * Loads the demo portfolio, its accounts and its cases into a database that holds no organisation yet. What is missing
 * because a start was stopped, or an older version loaded the rest, is made up. A database of one's own is left alone.
 * `portfolio` is what `demoPortfolio` has made of the same `now` beforehand, where somebody had the time.
 * Returns whether this is the demo.
 */
export async function loadDemoOnce(db: Db, now: Date, say: Say, portfolio?: DemoPortfolio): Promise<boolean> {
  const loadDay = dayAt(now);
  const found = await organisationOf(db);
  const startedAt = performance.now();
  if (found && found.demoSeed === null) return false;
  if (!found) {
    say("Loading the demo portfolio (once, under a minute)");
    await loadDemo(db, { seed: demoSeed, loadDay, portfolio, progress: everyQuarter(say) });
    say(`Demo portfolio loaded in ${secondsSince(startedAt)} s`);
  }
  const organisation = found ?? (await organisationOf(db));
  if (organisation) {
    await createDemoAccounts(db, organisation.id, { loadDay });
    // What was near before the demo began is on the page, and told to nobody at its first start.
    if (!found) await warnOfDates(db, organisation.id, now, { isSilent: true });
    await planDemoVisits(db, organisation.id, loadDay);
    // What takes reckoning is begun in a thread, one at a time, and written down when the database has taken something else.
    const writeCases = await beginDemoCases(db, organisation.id, { loadDay, generate: generateBeside });
    await loadUseOnce(db, organisation.id, loadDay, say);
    const writePlans = await beginDemoPlans(db, organisation.id, { loadDay, reckon: reckonBeside });
    if (writeCases) await loadCases(db, organisation.id, now, { writeCases, say });
    await loadDemoHandOvers(db, organisation.id, { loadDay });
    await loadDemoCouncil(db, organisation.id, { loadDay });
    await loadChargesOnce(db, organisation.id, loadDay, say);
    // Before the cases that freeze what leases say.
    await loadDemoLeaseWork(db, organisation.id, loadDay);
    await loadDemoColocation(db, organisation.id, loadDay);
    await loadDemoSubmissions(db, organisation.id, loadDay);
    await loadDemoMeters(db, organisation.id, loadDay);
    await loadDemoNeeds(db, organisation.id, loadDay);
    if (writePlans) await loadPlans(writePlans, say);
    // Nobody does it by themselves on the embedded database, and plans made without it can take a hundred times as long.
    if (!found) await analyseUnknown(db);
    if (!found) say(`The whole demo is there after ${secondsSince(startedAt)} s`);
  }
  return organisation !== null;
}

/** The portfolio that everyone who starts the demo gets, in memory: seconds of reckoning that need no database. */
export const demoPortfolio = (now: Date): DemoPortfolio =>
  generateDemo({ seed: demoSeed, loadDay: dayAt(now) });

/** What has rows that nobody has counted yet; what was filled in bulk has been analysed where it was filled. */
async function analyseUnknown(db: Db): Promise<void> {
  const tables = await db.execute<{ name: string }>(sql`
    select oid::regclass::text as name from pg_class
     where relkind in ('r', 'm') and reltuples < 0 and relnamespace = current_schema()::regnamespace order by 1`);
  if (tables.length > 0) await db.execute(sql.raw(`analyze ${tables.map(({ name }) => name).join(", ")}`));
}

async function loadUseOnce(db: Db, organisationId: string, loadDay: string, say: Say): Promise<void> {
  const startedAt = performance.now();
  if (await loadDemoUse(db, organisationId, loadDay))
    say(`Typical weeks of all units loaded in ${secondsSince(startedAt)} s`);
  if (await loadDemoObservations(db, organisationId, loadDay))
    say(`What sensors saw loaded by ${secondsSince(startedAt)} s`);
}

async function loadCases(
  db: Db,
  organisationId: string,
  now: Date,
  { writeCases, say }: { writeCases: () => Promise<boolean>; say: Say },
): Promise<void> {
  const startedAt = performance.now();
  if (!(await writeCases())) return;
  // What was late in the years before the demo began is told to nobody at its first start.
  await escalateLateOrders(db, organisationId, now, { isSilent: true });
  say(`Three years of cases loaded in ${secondsSince(startedAt)} s`);
}

async function loadPlans(writePlans: () => Promise<void>, say: Say): Promise<void> {
  const startedAt = performance.now();
  await writePlans();
  say(`Three plans written down in ${secondsSince(startedAt)} s`);
}

async function loadChargesOnce(db: Db, organisationId: string, loadDay: string, say: Say): Promise<void> {
  const startedAt = performance.now();
  if (await loadDemoCharges(db, organisationId, { loadDay }))
    say(`Three runs of charges made in ${secondsSince(startedAt)} s`);
}

const secondsSince = (startedAt: number): string => ((performance.now() - startedAt) / 1000).toFixed(1);

async function organisationOf(db: Db): Promise<{ id: string; demoSeed: number | null } | null> {
  const rows = await db.execute<{ id: string; demoSeed: number | null }>(
    sql`select id, demo_seed as "demoSeed" from organisation order by created_at limit 1`,
  );
  return rows[0] ?? null;
}

/** Says how far the load has come at each quarter, and no oftener. */
function everyQuarter(say: Say): (progress: { rows: number; totalRows: number }) => void {
  let quarters = 0;
  return ({ rows, totalRows }) => {
    const reached = Math.floor((4 * rows) / totalRows);
    if (reached === quarters) return;
    quarters = reached;
    say(`  ${quarters * 25} % of ${totalRows.toLocaleString("en")} rows`);
  };
}

/** Who one can sign in as, with the password they share. */
export function announceAccounts(say: Say): void {
  say(`Demo accounts (all fictitious), password ${DEMO_PASSWORD}:`);
  for (const { email, role } of demoAccounts) say(`  ${email.padEnd(28)} ${role ?? "deputy of the leader"}`);
}
