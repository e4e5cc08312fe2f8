import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";

/** What a rule may name, for the forms: an item, an administration, a team, a set of deadlines. */
export interface RuleChoices {
  items: { code: string; nameDa: string; nameEn: string }[];
  administrations: { id: Id; name: string }[];
  teams: { id: Id; name: string }[];
  slaCodes: string[];
}

/** All that the organisation has of what a rule can name; none of it is anyone's alone. */
export async function listRuleChoices(db: Db, actor: Actor): Promise<RuleChoices> {
  const of = actor.organisationId;
  const [row] = await db.execute<RuleChoices & Record<string, unknown>>(sql`
    select (select coalesce(json_agg(json_build_object('code', i.code, 'nameDa', i.name_da, 'nameEn', i.name_en)
              order by i.sort, i.code), '[]') from facility_item i
             where i.organisation_id = ${of} and i.withdrawn_on is null) as items,
           (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.code), '[]')
              from administration a where a.organisation_id = ${of}) as administrations,
           (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.code), '[]')
              from team t where t.organisation_id = ${of} and t.closed_on is null) as teams,
           (select coalesce(json_agg(distinct s.code), '[]') from sla_target s
             where s.organisation_id = ${of}) as "slaCodes"`);
  return row!;
}
