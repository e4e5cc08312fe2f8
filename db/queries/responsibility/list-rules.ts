import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { ResponsibilityRule } from "#domain/responsibility/responsibility-rule.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

/** A rule as it is read: with the name of its party (an administration, or the number of a lease) and of its team. */
export interface RuleRow extends ResponsibilityRule {
  partyName: string | null;
  teamName: string | null;
  replacesId: Id | null;
  /** The rule that has taken or will take over from it. */
  replacedById: Id | null;
}

/**
 * The rules in force on a day, as far as the actor may read them: a lease's clause only with the lease. The default
 * comes last, as it is asked last.
 */
export const listRules = (db: Db, actor: Actor, on: Day): Promise<RuleRow[]> =>
  rulesWhere(
    db,
    actor,
    sql`r.valid_from <= ${on}::date and (r.valid_to is null or r.valid_to > ${on}::date)`,
    sql`array_position(array['lease', 'administration', 'default'], r.level), 5,
        array_position(array['own', 'thirdParty', 'selfGoverning'], r.tenure), r.item_code nulls first,
        array_position(array['envelope', 'basicInstallation', 'paved', 'inside', 'green'], r.location),
        array_position(array['wear', 'storm', 'fire', 'vandalism', 'burglary', 'user'], r.cause), r.id`,
  );

/** One rule and all that have spoken of the same matter for the same party, the latest first; none where it is not the actor's to read. */
export const listVersions = (db: Db, actor: Actor, ruleId: Id): Promise<RuleRow[]> =>
  rulesWhere(
    db,
    actor,
    sql`exists (select 1 from responsibility_rule o
         where o.id = ${ruleId} and o.organisation_id = r.organisation_id and o.level = r.level
           and o.administration_id is not distinct from r.administration_id
           and o.contract_id is not distinct from r.contract_id and o.item_code is not distinct from r.item_code
           and o.location is not distinct from r.location and o.cause is not distinct from r.cause
           and o.tenure is not distinct from r.tenure)`,
    sql`r.valid_from desc, r.id`,
  );

/** The days on which the matrix became another, the latest first. */
export async function listMatrixDays(db: Db, actor: Actor): Promise<Day[]> {
  if (!may(actor, "services", "read")) return [];
  const rows = await db.execute<{ day: Day }>(sql`
    select distinct d.day::text as day
      from responsibility_rule r left join contract k on k.id = r.contract_id left join unit u on u.id = k.unit_id
      cross join lateral (values (r.valid_from), (r.valid_to)) d (day)
     where r.organisation_id = ${actor.organisationId} and d.day is not null
       and (k.id is null or ${contractVisibleTo(actor)})
     order by 1 desc limit 50`);
  return rows.map(({ day }) => day);
}

async function rulesWhere(db: Db, actor: Actor, which: SQL, order: SQL): Promise<RuleRow[]> {
  if (!may(actor, "services", "read")) return [];
  const rows = await db.execute<RuleRow & Record<string, unknown>>(sql`
    select r.id, r.level, r.administration_id as "administrationId", r.contract_id as "contractId",
           coalesce(a.name, k.number) as "partyName", r.item_code as "itemCode", r.location, r.cause, r.tenure,
           r.valid_from::text as "validFrom", r.valid_to::text as "validTo", r.executor, r.payer,
           r.payer_share_percent as "payerSharePercent", r.other_payer as "otherPayer", r.team_id as "teamId",
           t.name as "teamName", r.budget_line as "budgetLine", r.sla_code as "slaCode", r.clause_da as "clauseDa",
           r.clause_en as "clauseEn", r.source, r.replaces_id as "replacesId",
           (select n.id from responsibility_rule n where n.replaces_id = r.id) as "replacedById"
      from responsibility_rule r
      left join administration a on a.id = r.administration_id
      left join contract k on k.id = r.contract_id left join unit u on u.id = k.unit_id
      left join team t on t.id = r.team_id
     where r.organisation_id = ${actor.organisationId} and (k.id is null or ${contractVisibleTo(actor)}) and ${which}
     order by ${order} limit 2000`);
  return [...rows];
}
