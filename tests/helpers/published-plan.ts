import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { newId, type Id } from "#domain/id.ts";

/** A plan in force with one work in a year, as freezing, approving and publishing leave it. What was in force is withdrawn. */
export async function givenPublishedPlan(
  db: Db,
  given: { organisationId: Id; accountId: Id; workId: Id; buildingId: Id; year: number },
): Promise<Id> {
  const { organisationId, accountId, workId, buildingId, year } = given;
  const planId = newId();
  await withdrawPublishedPlan(db, organisationId);
  await db.execute(sql`insert into plan (id, organisation_id, name, first_year, year_count, kinds, state, method, created_by,
      created_at, published_at)
    values (${planId}, ${organisationId}, ${`Plan ${planId}`}, ${year}, 4, '{exterior}', 'published', 'package', ${accountId},
      now(), now())`);
  await db.execute(sql`insert into plan_work (organisation_id, plan_id, work_id, building_id, year, today_ore, cost_ore,
      condition, consequence)
    values (${organisationId}, ${planId}, ${workId}, ${buildingId}, ${year}, 1000, 1000, 4, 3)`);
  return planId;
}

/** No plan in force, and nothing planned: which works the demo's plan takes differs with the day that it is loaded. */
export async function withdrawPublishedPlan(db: Db, organisationId: Id): Promise<void> {
  await db.execute(
    sql`update plan set state = 'withdrawn' where organisation_id = ${organisationId} and state = 'published'`,
  );
  await db.execute(sql`update work set state = 'proposed', planned_year = null
    where organisation_id = ${organisationId} and state = 'planned'`);
}
