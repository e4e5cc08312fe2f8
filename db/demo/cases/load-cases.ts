import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { hashPassword } from "../../secrets/password-hash.ts";
import { newSecret } from "../../secrets/secret.ts";
import { insertTables, type DemoProgress } from "../insert-tables.ts";
import { demoSender } from "./case-writer.ts";
import { generateCases } from "./generate-cases.ts";
import { leaveGap, sizeTeams, supplyLevels } from "./prepare-demo.ts";
import { nextCaseNumber, readCaseFacts } from "./read-case-facts.ts";

/**
 * Gives a demo its three years of cases, in one transaction and once: a demo that has them already is left alone, so an
 * older demo gets them at its first start with this version. Call it after portfolio, basics and accounts are there.
 * Returns whether they were loaded now.
 */
export async function loadDemoCases(
  db: Db,
  organisationId: Id,
  { loadDay, progress }: { loadDay: Day; progress?: (progress: DemoProgress) => void },
): Promise<boolean> {
  if (await hasCases(db, organisationId)) return false;
  // Made before the transaction: it takes seconds, and a transaction that idles so long is ended.
  const [organisation] = await db.execute<{ seed: number | null }>(sql`
    select demo_seed as seed from organisation where id = ${organisationId}`);
  if (!organisation || organisation.seed === null) return false;
  await db.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    await sizeTeams(tx, organisationId);
    await supplyLevels(tx, organisationId, loadDay);
    await leaveGap(tx, organisationId, loadDay);
  });
  const passwordHash = await hashPassword(newSecret());
  const facts = { ...(await readCaseFacts(db, organisationId, loadDay)), passwordHash };
  const rows = generateCases(facts, { seed: organisation.seed, loadDay });
  return db.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    if (await hasCases(tx, organisationId)) return false;
    // Somebody has sent a case of their own meanwhile: the next start takes the numbers after it.
    if ((await nextCaseNumber(tx)) !== facts.firstNumber) return false;
    await insertTables(tx, rows, progress);
    if (rows.serviceCase.length > 0)
      await tx.execute(sql`select setval('case_number', ${facts.firstNumber + rows.serviceCase.length - 1})`);
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
