import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";

export interface Upkeep {
  /** The grade is what an older survey wrote in its own scale; without a condition it asks for a closer look. */
  surveys: { id: Id; surveyedOn: Day; condition: Condition | null; grade: string | null; source: string }[];
  /** Estimates in force on the day, by kind, in øre. */
  backlog: {
    kind: "exterior" | "interior" | "tenYearNeed" | "modernisation";
    amountOre: number;
    validFrom: Day;
    source: string;
    method: "survey" | "estimate";
  }[];
  /** Exterior backlog in øre at each change, oldest first. */
  backlogHistory: { from: Day; amountOre: number }[];
  maintenance: { year: number; amountOre: number }[];
}

/** Surveys, backlog and maintenance of a building as known on a day. The caller has made sure that it may be seen. */
export async function listUpkeep(db: Db, actor: Actor, buildingId: Id, on: Day): Promise<Upkeep> {
  const rows = await db.execute<{ upkeep: Upkeep } & Record<string, unknown>>(sql`
    select json_build_object(
      'surveys', (select coalesce(json_agg(json_build_object('id', s.id, 'surveyedOn', s.surveyed_on,
                    'condition', s.condition, 'grade', s.grade, 'source', s.source)
                    order by s.surveyed_on desc, s.signed_at desc, s.id desc), '[]')
                    from survey s where s.building_id = ${buildingId} and s.organisation_id = ${actor.organisationId}
                     and s.surveyed_on <= ${on}::date and s.signed_at is not null),
      'backlog', (select coalesce(json_agg(json_build_object('kind', e.kind, 'amountOre', e.amount_ore,
                    'validFrom', e.valid_from, 'source', e.source, 'method', e.method)
                    order by array_position(array['exterior', 'interior', 'tenYearNeed', 'modernisation'], e.kind)), '[]')
                    from backlog_estimate e where e.building_id = ${buildingId}
                     and e.organisation_id = ${actor.organisationId}
                     and e.valid_from <= ${on}::date and (e.valid_to is null or e.valid_to > ${on}::date)),
      'backlogHistory', (select coalesce(json_agg(json_build_object('from', e.valid_from, 'amountOre', e.amount_ore)
                    order by e.valid_from), '[]') from backlog_estimate e where e.building_id = ${buildingId}
                     and e.organisation_id = ${actor.organisationId} and e.kind = 'exterior'
                     and e.valid_from <= ${on}::date),
      'maintenance', (select coalesce(json_agg(json_build_object('year', m.year, 'amountOre', m.ore) order by m.year), '[]')
                    from (select extract(year from booked_on)::int as year, sum(amount_ore)::bigint as ore
                            from maintenance_entry where building_id = ${buildingId}
                             and organisation_id = ${actor.organisationId} and booked_on <= ${on}::date
                           group by 1) m)) as upkeep`);
  return rows[0]!.upkeep;
}
