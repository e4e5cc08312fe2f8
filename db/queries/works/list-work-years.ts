import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { workVisibleTo, workYear } from "./visible-works.ts";

/** The years that works within the actor's right have, the earliest first. */
export async function listWorkYears(db: Db, actor: Actor, today: Day): Promise<number[]> {
  const rows = await db.execute<{ year: number }>(sql`
    select distinct ${workYear(sql`w`)} as year from work w
     where ${workVisibleTo(actor, sql`w`, today)} and (w.planned_year is not null or w.done_on is not null
       or exists (select 1 from plan_work pw join plan p on p.id = pw.plan_id where pw.work_id = w.id and p.state = 'published'))
     order by year`);
  return rows.map(({ year }) => year).filter((year) => year !== null);
}
