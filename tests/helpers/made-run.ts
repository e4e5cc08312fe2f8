import { sql } from "drizzle-orm";
import { decideRun } from "#db/commands/charge/decide-run.ts";
import { makeRun } from "#db/commands/charge/make-run.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { parseChargePeriod, type ChargePeriod } from "#domain/charge/charge-period.ts";
import type { Id } from "#domain/id.ts";

const now = new Date("2026-02-01T10:00:00Z");

export const period = (text: string): ChargePeriod => parseChargePeriod(text)!;

/** Makes the run of a period. */
export async function made(db: Db, actor: Actor, text: string): Promise<Id> {
  const run = await makeRun(db, actor, period(text), now);
  if (!run.ok) throw new Error(run.refusal);
  return run.value.id;
}

/** Makes it, has another approve it, and issues it. */
export async function issued(db: Db, [maker, approver]: readonly [Actor, Actor], text: string): Promise<Id> {
  const id = await made(db, maker, text);
  for (const [actor, decision] of [
    [approver, "approve"],
    [maker, "issue"],
  ] as const) {
    const decided = await decideRun(db, actor, id, decision, now);
    if (!decided.ok) throw new Error(decided.refusal);
  }
  return id;
}

/** The lines of a run by lease. */
export const linesOf = (db: Db, runId: Id) =>
  db.execute<{ number: string; key: string; entry: string; ore: number }>(sql`
    select k.number, l.key, l.entry, l.amount_ore as ore from charge_line l join charge c on c.id = l.charge_id
      join contract k on k.id = c.contract_id where c.run_id = ${runId} order by 1, 2, 3 desc`);
