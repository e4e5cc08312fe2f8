import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { addDays, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { administrationTeamMinutes, demoSuppliers, usualTeams } from "#domain/responsibility/usual-team.ts";
import { loadServiceLevels } from "../load-service-levels.ts";

const person = 7.4 * 60;

/** How many the demo's teams have: about as many as its cases keep busy, so that the board shows days that are full. */
const peopleIn: Record<string, number> = { SD: 4, "KEJD-BYG": 3, "KEJD-INST": 2, "KEJD-UDE": 1 };
const supplierPeople = 2;
const administrationPeople = 0.5;
const largestAdministrationPeople = 2;

const usualMinutes = [...usualTeams, ...demoSuppliers].map(({ dailyMinutes }) => dailyMinutes);

/** Gives the demo's teams a size that fits its cases, where nobody has changed it. */
export async function sizeTeams(db: Db, organisationId: Id): Promise<void> {
  const usual = sql.param([...new Set([...usualMinutes, administrationTeamMinutes])].map(Math.round));
  const sizes = JSON.stringify(peopleIn);
  await db.execute(sql`
    update team t
       set daily_minutes = round(${person}::numeric * coalesce((${sizes}::jsonb ->> t.code)::numeric,
             case when t.kind = 'supplier' then ${supplierPeople}::numeric
                  when t.code = 'ADM-BUF' then ${largestAdministrationPeople}::numeric
                  else ${administrationPeople}::numeric end))
     where t.organisation_id = ${organisationId} and t.daily_minutes = any (${usual}::int[])`);
}

/** Gives an older demo the levels that a newer one has from its first day. */
export async function supplyLevels(db: Db, organisationId: Id, loadDay: Day): Promise<void> {
  const present = await db.execute(
    sql`select 1 from service_level where organisation_id = ${organisationId} limit 1`,
  );
  if (present.length === 0) await loadServiceLevels(db, organisationId, loadDay);
}

/** For so many days the demo's matrix has not said whose the green of rented premises is: gaps as they come to be found. */
const gapDays = 420;

/** Ends the default rule for the green of rented premises, as if nobody had put another in its place. */
export async function leaveGap(db: Db, organisationId: Id, loadDay: Day): Promise<void> {
  await db.execute(sql`
    update responsibility_rule set valid_to = ${addDays(loadDay, -gapDays)}::date
     where organisation_id = ${organisationId} and level = 'default' and tenure = 'thirdParty' and location = 'green'
       and cause is null and item_code is null and valid_to is null`);
}
