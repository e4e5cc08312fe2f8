import { sql } from "drizzle-orm";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { Db } from "../client.server.ts";

/** Work of the outbox as administrators see it. What it holds stays inside: it may name persons. */
export interface WorkRow {
  id: Id;
  kind: string;
  createdAt: string;
  dueAt: string;
  attempts: number;
  doneAt: string | null;
  gaveUpAt: string | null;
  lastError: string;
}

export interface WorkSummary {
  waiting: number;
  failing: number;
  givenUp: number;
  doneToday: number;
  /** What is due and has not been taken, the longest, in minutes; 0 where nothing is. */
  oldestMinutes: number;
}

export interface PeriodicRow {
  name: string;
  dueAt: string;
  doneAt: string | null;
  lastError: string;
}

/** What waits, fails and was given up, the given up first; and how work by the clock goes. Empty for others than administrators. */
export async function listWork(
  db: Db,
  actor: Actor,
  now: Date,
): Promise<{ summary: WorkSummary; rows: WorkRow[]; periodic: PeriodicRow[] }> {
  if (!may(actor, "settings", "write"))
    return {
      summary: { waiting: 0, failing: 0, givenUp: 0, doneToday: 0, oldestMinutes: 0 },
      rows: [],
      periodic: [],
    };
  const at = sql`${now.toISOString()}::timestamptz`;
  const own = sql`organisation_id = ${actor.organisationId}`;
  const [summary] = await db.execute<WorkSummary & Record<string, unknown>>(sql`
    select count(*) filter (where done_at is null and gave_up_at is null and last_error = '')::int as waiting,
           count(*) filter (where done_at is null and gave_up_at is null and last_error <> '')::int as failing,
           count(*) filter (where gave_up_at is not null)::int as "givenUp",
           count(*) filter (where done_at > ${at} - interval '24 hours')::int as "doneToday",
           coalesce(max(extract(epoch from ${at} - due_at) / 60)
             filter (where done_at is null and gave_up_at is null and due_at < ${at}), 0)::int as "oldestMinutes"
      from outbox where ${own}`);
  const rows = await db.execute<WorkRow & Record<string, unknown>>(sql`
    select id, kind, created_at as "createdAt", due_at as "dueAt", attempts, done_at as "doneAt",
           gave_up_at as "gaveUpAt", last_error as "lastError"
      from outbox where ${own} and done_at is null
     order by gave_up_at is null, last_error = '', due_at, id limit 200`);
  const periodic = await db.execute<PeriodicRow & Record<string, unknown>>(sql`
    select name, due_at as "dueAt", done_at as "doneAt", last_error as "lastError"
      from periodic_work where ${own} order by name limit 50`);
  return { summary: summary!, rows: [...rows], periodic: [...periodic] };
}
