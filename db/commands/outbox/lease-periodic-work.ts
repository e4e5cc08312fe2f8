import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/** Work by the clock that this process holds the lease of. */
export interface LeasedWork {
  organisationId: Id;
  name: string;
  holder: string;
}

/** Makes sure that each organisation has its row of each periodic work, due from the start. */
export async function ensurePeriodicWork(db: Db, names: readonly string[], now: Date): Promise<void> {
  await db.execute(sql`
    insert into periodic_work (organisation_id, name, due_at)
    select o.id, n.name, ${now.toISOString()}::timestamptz
      from organisation o cross join unnest(${`{${names.join(",")}}`}::text[]) as n (name)
    on conflict do nothing`);
}

/** Takes what is due and held by nobody; a lease that ran out (its holder died) counts as held by nobody. */
export async function leasePeriodicWork(
  db: Db,
  holder: string,
  names: readonly string[],
  leaseMs: number,
  now: Date,
): Promise<LeasedWork[]> {
  const at = now.toISOString();
  const until = new Date(now.getTime() + leaseMs).toISOString();
  const rows = await db.execute<LeasedWork & Record<string, unknown>>(sql`
    update periodic_work set holder = ${holder}, leased_until = ${until}::timestamptz
     where due_at <= ${at}::timestamptz and (leased_until is null or leased_until <= ${at}::timestamptz)
       and name = any (${`{${names.join(",")}}`}::text[])
    returning organisation_id as "organisationId", name, holder`);
  return [...rows].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Gives the lease back and says when it is due again; an error is kept for the administrators until it goes well. */
export async function returnPeriodicWork(
  db: Db,
  work: LeasedWork,
  outcome: { dueAt: Date; error: string },
  now: Date,
): Promise<void> {
  const { dueAt, error } = outcome;
  await db.execute(sql`
    update periodic_work set holder = null, leased_until = null, due_at = ${dueAt.toISOString()}::timestamptz,
           done_at = case when ${error} = '' then ${now.toISOString()}::timestamptz else done_at end, last_error = ${error}
     where organisation_id = ${work.organisationId} and name = ${work.name} and holder = ${work.holder}`);
}
