import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { schoolPeriodOf } from "#domain/calendar/school-year.ts";
import { addDays, dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { oldestKept } from "#domain/use/observation.ts";

const monthOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
const nextMonth = (month: Date): Date =>
  new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
const nameOf = (month: Date): string => `observation_${month.toISOString().slice(0, 7).replace("-", "_")}`;

/** So many months ahead there is always room, whoever sleeps meanwhile. */
const monthsAhead = 3;

/** Makes the months that instants fall in, where they are missing. Months are those of UTC, so that they have no seams. */
export async function makeMonths(db: Db, instants: readonly Date[]): Promise<void> {
  const months = new Map(instants.map((at) => [nameOf(at), monthOf(at)]));
  const found = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'observation'::regclass`);
  for (const { name } of found) months.delete(name);
  for (const [name, month] of months)
    await db.execute(sql`
      create table if not exists ${sql.identifier(name)} partition of observation
      for values from (${sql.raw(`'${month.toISOString()}'`)}) to (${sql.raw(`'${nextMonth(month).toISOString()}'`)})`);
}

/** Writes which kind of week the days are, where nobody has said so: the rule of the school year, or what is there already. */
export async function makeDays(db: Db, organisationId: Id, days: readonly Day[]): Promise<void> {
  const rows = [...new Set(days)].map((day) => ({ day, period: schoolPeriodOf(day) }));
  await db.execute(sql`
    insert into use_day (organisation_id, day, period)
    select ${organisationId}, d.day, d.period from json_to_recordset(${JSON.stringify(rows)}::json) as d(day date, period text)
     order by d.day on conflict do nothing`);
}

/** The clock's own work: room for what comes, and old months dropped whole. Their rollups stay. */
export async function keepMonths(db: Db, organisationId: Id, now: Date): Promise<void> {
  const ahead: Date[] = [monthOf(now)];
  for (let step = 0; step < monthsAhead; step++) ahead.push(nextMonth(ahead.at(-1)!));
  const today = dayAt(now);
  await db.transaction(async (tx) => {
    await makeMonths(tx, ahead);
    await makeDays(
      tx,
      organisationId,
      Array.from({ length: 31 * (monthsAhead + 1) }, (_, index) => addDays(today, index)),
    );
  });
  await dropOldMonths(db, now);
}

/** Drops the months before the oldest one kept; returns their names. */
export async function dropOldMonths(db: Db, now: Date): Promise<string[]> {
  const oldest = nameOf(oldestKept(now));
  const old = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'observation'::regclass and c.relname < ${oldest} order by 1`);
  for (const { name } of old) await db.execute(sql`drop table ${sql.identifier(name)}`);
  return old.map(({ name }) => name);
}
