import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseScenario } from "#domain/colocation/case-inputs.ts";
import type { Id } from "#domain/id.ts";

/** The scenarios of a case, the base first, then in the order they were made. */
export const readScenarios = async (db: Db, actor: Actor, caseId: Id): Promise<CaseScenario[]> => [
  ...(await db.execute<CaseScenario & Record<string, unknown>>(sql`
    select s.id, s.name, s.is_base as "isBase", s.copied_from_id as "copiedFromId",
           coalesce((select json_agg(json_build_object('unitId', p.colocation_unit_id,
             'premisesId', p.colocation_premises_id, 'standing', p.standing, 'order', p.move_order,
             'fromDay', p.from_day) order by p.move_order nulls last, p.colocation_unit_id, p.colocation_premises_id)
             from colocation_placement p where p.scenario_id = s.id), '[]') as placements,
           coalesce((select json_agg(json_build_object('unitId', d.colocation_unit_id, 'afterUnitId', d.after_unit_id,
             'reason', d.reason) order by d.colocation_unit_id, d.after_unit_id)
             from colocation_dependency d where d.scenario_id = s.id), '[]') as dependencies
      from colocation_scenario s
     where s.case_id = ${caseId} and s.organisation_id = ${actor.organisationId}
     order by s.is_base desc, s.created_at, s.id limit 200`)),
];
