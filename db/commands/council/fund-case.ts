import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import { investmentPoolEntry } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { statusAfter } from "#domain/council/council-step.ts";
import { faultOfFunding, type FundingFault, type PoolRules } from "#domain/council/pool-rules.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { holdCase, moveCase } from "./hold-case.ts";

export interface FundingForm {
  poolId: Id;
  amountOre: number;
  /** Why it is funded though it pays back late. */
  words: string;
}

export type FundRefusal = "notFound" | "notNow" | "changed" | "noPool" | FundingFault;

/**
 * Funds an approved case from a pool, by the chair. The pool is held while its rules are asked, so of two at once the second
 * sees what the first left; the database refuses an overdrawn pool besides.
 */
export async function fundCase(
  db: Db,
  actor: Actor,
  seen: { id: Id; version: number },
  { poolId, amountOre, words }: FundingForm,
  { paybackYears, now }: { paybackYears: number | null; now: Date },
): Promise<Result<Id, FundRefusal>> {
  const today = dayAt(now);
  return db.transaction(async (tx) => {
    const held = await holdCase(tx, actor, seen.id);
    if (!held) return refused("notFound");
    if (held.version !== seen.version) return refused("changed");
    const status = statusAfter(held.status, "funded", await councilPartsOf(tx, actor, today));
    if (!status) return refused("notNow");
    const [pool] = await tx.execute<PoolRules & Record<string, unknown>>(sql`
      select balance_ore::float8 as "balanceOre", most_per_case_ore::float8 as "mostPerCaseOre",
             most_payback_years as "mostPaybackYears"
        from investment_pool where id = ${poolId}::uuid and organisation_id = ${actor.organisationId} for update`);
    if (!pool) return refused("noPool");
    const fault = faultOfFunding(pool, { amountOre, paybackYears, reason: words });
    if (fault) return refused(fault);
    await tx.insert(investmentPoolEntry).values({
      ...{
        id: newId(),
        organisationId: actor.organisationId,
        poolId,
        kind: "funding",
        amountOre: -amountOre,
      },
      ...{
        year: yearOf(today),
        caseId: held.id,
        words: words.trim(),
        bookedBy: actor.accountId,
        bookedAt: now,
      },
    });
    await tx.execute(sql`
      update investment_pool set balance_ore = balance_ore - ${amountOre}::bigint
       where id = ${poolId}::uuid and organisation_id = ${actor.organisationId}`);
    await moveCase(tx, actor, held, {
      ...{ event: "funded", status, submissionId: held.submissionId, words: words.trim(), at: now },
    });
    await recordChange(tx, actor, {
      ...{ action: "fund", entity: "colocationCase", entityId: held.id },
      changes: {
        status: { from: held.status, to: status },
        amountOre: { from: null, to: amountOre },
        balanceOre: { from: pool.balanceOre, to: pool.balanceOre - amountOre },
      },
    });
    return done(held.id);
  });
}
