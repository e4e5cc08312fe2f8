import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import { warningsReached } from "#domain/lease-date/date-level.ts";
import { queueWork } from "../queue-work.ts";

export interface Warned {
  dates: readonly LeaseDateRow[];
  warnings: readonly number[];
}

/**
 * Notes that somebody is warned of dates whose warnings are reached and not yet given, and queues one mail about all of
 * them; `isSilent` notes alone. However often it is asked for, a warning is given once.
 */
export async function giveWarnings(
  db: Db,
  actor: Actor,
  { dates, warnings }: Warned,
  now: Date,
  { isSilent = false } = {},
): Promise<number> {
  const today = dayAt(now);
  const reached = dates.flatMap(({ key, contractId, kind, party, on }) =>
    warningsReached(on, today, warnings).map((months) => ({ key, contractId, kind, party, on, months })),
  );
  if (reached.length === 0) return 0;
  const { organisationId, accountId } = actor;
  return db.transaction(async (tx) => {
    const given = await tx.execute<{ key: string }>(sql`
      insert into lease_date_warning (organisation_id, account_id, contract_id, kind, party, on_day, months, warned_at)
      select ${organisationId}::uuid, ${accountId}::uuid, r."contractId", r.kind, r.party, r."on", r.months,
             ${now.toISOString()}::timestamptz
        from json_to_recordset(${JSON.stringify(reached)}::json)
          as r ("contractId" uuid, kind text, party text, "on" date, months smallint)
      on conflict do nothing
      returning concat_ws('.', contract_id, kind, party, on_day) as key`);
    const keys = [...new Set(given.map(({ key }) => key))];
    if (keys.length > 0 && !isSilent)
      await queueWork(tx, organisationId, {
        ...{ kind: "mailLeaseDates", key: newId(), payload: { accountId, keys }, dueAt: now },
      });
    return keys.length;
  });
}
