import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { queueWork } from "../queue-work.ts";
import { recordChange } from "../record-change.ts";

/**
 * Asks the owners what came of their lines in a year: one mail a line and owner, once. A line's owner is the person named,
 * else everyone who writes for its administration. What is answered is not asked again.
 */
export async function askBenefits(
  db: Db,
  actor: Actor,
  year: number,
  now: Date,
): Promise<Result<number, "notAllowed">> {
  const today = dayAt(now);
  return db.transaction(async (tx) => {
    const parts = await councilPartsOf(tx, actor, today);
    if (!parts.includes("planner") && !parts.includes("chair")) return refused("notAllowed");
    const lines = await tx.execute<{ id: Id; owners: Id[] }>(sql`
      select b.id, coalesce((select array_agg(distinct a.id) from account a left join account_grant g on g.account_id = a.id
                where a.organisation_id = b.organisation_id and a.disabled_at is null
                  and case when b.owner_account_id is not null then a.id = b.owner_account_id
                      else g.role = 'administrationUser' and b.administration_id = any (g.administration_ids)
                       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to > ${today}::date) end), '{}') as owners
        from benefit b join colocation_case c on c.id = b.case_id
       where b.organisation_id = ${actor.organisationId} and b.from_year <= ${year}
         and c.status in ('approved', 'funded', 'implementing', 'closed')
         and not exists (select 1 from benefit_year y where y.benefit_id = b.id and y.year = ${year}
           and (y.answered_at is not null or y.asked_at is not null))
       order by b.id`);
    for (const { id, owners } of lines) {
      await tx.execute(sql`
        insert into benefit_year (id, organisation_id, benefit_id, year, asked_at)
        values (${newId()}, ${actor.organisationId}, ${id}, ${year}, ${now.toISOString()}::timestamptz)`);
      for (const accountId of owners)
        await queueWork(tx, actor.organisationId, {
          ...{ kind: "mailBenefit", key: `${id}:${year}:${accountId}`, dueAt: now },
          payload: { benefitId: id, year, accountId },
        });
    }
    if (lines.length > 0)
      await recordChange(tx, actor, {
        ...{ action: "ask", entity: "benefit", entityId: null },
        changes: { year: { from: null, to: year }, lines: { from: null, to: lines.length } },
      });
    return done(lines.length);
  });
}
