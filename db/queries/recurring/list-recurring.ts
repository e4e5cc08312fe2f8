import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { withinCaseScope } from "#db/queries/case/visible-cases.ts";
import type { Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { recurringColumns, recurringJoins, type RecurringRow } from "./recurring-row.ts";

/** Within the actor's units. Aliases: x is recurring_service (or closing_period), n its unit. */
export const recurringWithin = (actor: Actor, right: Right): SQL => sql`(
  select ${withinCaseScope(actor, sql`w`, right)}
    from (select n.organisation_id, n.id as unit_id, n.administration_id) w)`;

const most = 200;

/** The recurring services of the actor's units: those that run first, by unit and service. */
export async function listRecurring(
  db: Db,
  actor: Actor,
  on: Day,
): Promise<{ items: RecurringRow[]; total: number }> {
  const rows = await db.execute<RecurringRow & { total: number } & Record<string, unknown>>(sql`
    select ${recurringColumns}, count(*) over ()::int as total from ${recurringJoins(on)}
     where x.organisation_id = ${actor.organisationId} and ${recurringWithin(actor, "read")}
     order by x.stopped_at is not null, danish_order(n.name), x.service_code, x.id limit ${most}`);
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** One, with whether the actor may change it; null where it is not theirs to see. */
export async function getRecurring(
  db: Db,
  actor: Actor,
  id: Id,
  on: Day,
): Promise<(RecurringRow & { mayChange: boolean }) | null> {
  const [row] = await db.execute<RecurringRow & { mayChange: boolean } & Record<string, unknown>>(sql`
    select ${recurringColumns}, ${recurringWithin(actor, "write")} as "mayChange" from ${recurringJoins(on)}
     where x.id = ${id} and x.organisation_id = ${actor.organisationId} and ${recurringWithin(actor, "read")}`);
  return row ?? null;
}

/** Those that run and lack orders up to a day: what the job makes orders of. */
export async function listDueRecurring(
  db: Db,
  organisationId: Id,
  today: Day,
  until: Day,
): Promise<RecurringRow[]> {
  const rows = await db.execute<RecurringRow & Record<string, unknown>>(sql`
    select ${recurringColumns} from ${recurringJoins(today)}
     where x.organisation_id = ${organisationId} and x.stopped_at is null and x.starts_on <= ${until}::date
       and (x.ends_on is null or x.ends_on >= ${today}::date)
       and (x.made_until is null or x.made_until < ${until}::date)
     order by x.id`);
  return [...rows];
}
