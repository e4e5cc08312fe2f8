import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import { investmentPoolEntry } from "#db/schema/index.ts";
import { hasRole, type Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Books a year's grant into a pool, once a year, by the council's chair or an administrator. */
export async function grantPool(
  db: Db,
  actor: Actor,
  { poolId, year }: { poolId: Id; year: number },
  now: Date,
): Promise<Result<number, "notAllowed" | "noPool" | "alreadyGranted" | "noGrant">> {
  return db.transaction(async (tx) => {
    const parts = await councilPartsOf(tx, actor, dayAt(now));
    if (!parts.includes("chair") && !hasRole(actor, "administrator")) return refused("notAllowed");
    const [pool] = await tx.execute<{ grantOre: number; balanceOre: number }>(sql`
      select yearly_grant_ore::float8 as "grantOre", balance_ore::float8 as "balanceOre" from investment_pool
       where id = ${poolId}::uuid and organisation_id = ${actor.organisationId} for update`);
    if (!pool) return refused("noPool");
    if (pool.grantOre === 0) return refused("noGrant");
    const rows = await tx
      .insert(investmentPoolEntry)
      .values({
        ...{
          id: newId(),
          organisationId: actor.organisationId,
          poolId,
          kind: "grant",
          amountOre: pool.grantOre,
        },
        ...{ year, words: "", bookedBy: actor.accountId, bookedAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: investmentPoolEntry.id });
    if (rows.length === 0) return refused("alreadyGranted");
    await tx.execute(sql`
      update investment_pool set balance_ore = balance_ore + ${pool.grantOre}::bigint
       where id = ${poolId}::uuid and organisation_id = ${actor.organisationId}`);
    await recordChange(tx, actor, {
      ...{ action: "grant", entity: "investmentPool", entityId: poolId },
      changes: {
        balanceOre: { from: pool.balanceOre, to: pool.balanceOre + pool.grantOre },
        year: { from: null, to: year },
      },
    });
    return done(pool.balanceOre + pool.grantOre);
  });
}
