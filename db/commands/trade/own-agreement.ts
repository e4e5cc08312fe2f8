import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getTradeAgreement, type TradeAgreement } from "#db/queries/trade/list-agreements.ts";
import { lastSettledMonth } from "#db/queries/trade/list-settlements.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { monthOf } from "#domain/trade/month.ts";

/** Held while a month is settled: nothing that it is made of changes meanwhile. */
export const holdTrade = (tx: Db, actor: Actor) =>
  tx.execute(sql`select 1 from organisation where id = ${actor.organisationId} for no key update`);

/** An agreement that the actor may change, locked until the transaction ends; settling waits for it, and it for settling. */
export async function lockAgreement(tx: Db, actor: Actor, id: Id): Promise<TradeAgreement | null> {
  await tx.execute(sql`select 1 from organisation where id = ${actor.organisationId} for share`);
  await tx.execute(sql`
    select 1 from trade_agreement where id = ${id} and organisation_id = ${actor.organisationId} for update`);
  const agreement = await getTradeAgreement(tx, actor, id);
  return agreement?.mayWrite ? agreement : null;
}

/** Whether a day lies in a settled month, or before one: what was settled is not changed from behind. */
export async function isSettledOn(tx: Db, actor: Actor, day: Day): Promise<boolean> {
  const last = await lastSettledMonth(tx, actor.organisationId);
  return last !== null && monthOf(day) <= last;
}
