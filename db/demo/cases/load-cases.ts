import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { hashPassword } from "../../secrets/password-hash.ts";
import { newSecret } from "../../secrets/secret.ts";
import { insertTables, type DemoProgress } from "../insert-tables.ts";
import type { DemoCaseFacts, DemoCaseOptions } from "./case-facts.ts";
import type { DemoCaseRows } from "./case-rows.ts";
import { demoSender } from "./case-writer.ts";
import { generateCases } from "./generate-cases.ts";
import { leaveGap, sizeTeams, supplyLevels } from "./prepare-demo.ts";
import { nextCaseNumber, readCaseFacts } from "./read-case-facts.ts";

interface CaseOptions {
  loadDay: Day;
  progress?: (progress: DemoProgress) => void;
  /** Makes the rows, which takes seconds: in a thread where there is something else to do. */
  generate?: (facts: DemoCaseFacts, options: DemoCaseOptions) => DemoCaseRows | Promise<DemoCaseRows>;
}

/**
 * Begins to make three years of cases for a demo that has none, so that an older demo gets them at its first start with
 * this version, and gives what writes them down, in one transaction; that returns whether it did. Null where there is
 * nothing to do. Call it after portfolio, basics and accounts are there.
 * @example const writeCases = await beginDemoCases(db, id, { loadDay }); …; await writeCases?.();
 */
export async function beginDemoCases(
  db: Db,
  organisationId: Id,
  { loadDay, progress, generate = generateCases }: CaseOptions,
): Promise<(() => Promise<boolean>) | null> {
  if (await hasCases(db, organisationId)) return null;
  const [organisation] = await db.execute<{ seed: number | null }>(sql`
    select demo_seed as seed from organisation where id = ${organisationId}`);
  if (!organisation || organisation.seed === null) return null;
  await db.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    await sizeTeams(tx, organisationId);
    await supplyLevels(tx, organisationId, loadDay);
    await leaveGap(tx, organisationId, loadDay);
  });
  const passwordHash = await hashPassword(newSecret());
  const facts = { ...(await readCaseFacts(db, organisationId, loadDay)), passwordHash };
  // Made outside the transaction: it takes seconds, and a transaction that idles so long is ended.
  const making = Promise.resolve(generate(facts, { seed: organisation.seed, loadDay }));
  making.catch(() => undefined); // told when it is asked for
  return async () => writeCases(db, organisationId, facts.firstNumber, await making, progress);
}

function writeCases(
  db: Db,
  organisationId: Id,
  firstNumber: number,
  rows: DemoCaseRows,
  progress?: (progress: DemoProgress) => void,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    if (await hasCases(tx, organisationId)) return false;
    // Somebody has sent a case of their own meanwhile: the next start takes the numbers after it.
    if ((await nextCaseNumber(tx)) !== firstNumber) return false;
    await insertTables(tx, rows, progress);
    if (rows.serviceCase.length > 0)
      await tx.execute(sql`select setval('case_number', ${firstNumber + rows.serviceCase.length - 1})`);
    return true;
  });
}

/** Two that start at once take turns; the second finds all there. */
const lockOrganisation = (tx: Db, organisationId: Id) =>
  tx.execute(sql`select 1 from organisation where id = ${organisationId} for no key update`);

/** The demo's own cases carry its mark. */
async function hasCases(db: Db, organisationId: Id): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from service_case where organisation_id = ${organisationId} and sender = ${demoSender} limit 1`);
  return rows.length > 0;
}
