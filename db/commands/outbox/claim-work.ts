import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/** A row of the outbox that is ours to do until the lease ends. `attempts` tells our claim from a later one. */
export interface ClaimedWork {
  id: Id;
  organisationId: Id;
  kind: string;
  key: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/** How much to take at once, and how long nobody else takes it. */
export interface Claim {
  kinds: readonly string[];
  most: number;
  leaseMs: number;
}

/**
 * Takes due work of the kinds given, the longest due first, in one statement, so that several processes never take the
 * same. A claim is an attempt and moves the row's due time to the end of the lease: whoever dies with it leaves work
 * that comes up again by itself.
 * @example const works = await claimWork(db, { kinds: ["mail"], most: 10, leaseMs: 60_000 }, new Date());
 */
export async function claimWork(db: Db, claim: Claim, now: Date): Promise<ClaimedWork[]> {
  const at = now.toISOString();
  const leasedUntil = new Date(now.getTime() + claim.leaseMs).toISOString();
  const rows = await db.execute<ClaimedWork & Record<string, unknown>>(sql`
    with due as (
      select o.id from outbox o
       where o.done_at is null and o.gave_up_at is null and o.due_at <= ${at}::timestamptz
         and o.kind = any (${`{${claim.kinds.join(",")}}`}::text[])
       order by o.due_at, o.id limit ${claim.most} for update skip locked)
    update outbox w set attempts = w.attempts + 1, due_at = ${leasedUntil}::timestamptz
      from due where w.id = due.id
    returning w.id, w.organisation_id as "organisationId", w.kind, w.key, w.payload, w.attempts`);
  // An update returns its rows in any order; ids are made in the order of time.
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
