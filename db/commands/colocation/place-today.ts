import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { premisesSpaces, usedOfPremises } from "#db/queries/colocation/premises-spaces.ts";

/**
 * Puts units that a scenario has nowhere yet where they are today, if the case has those premises: in the base and in every
 * other scenario, so that a scenario begins as things are. A unit in several premises is put where it has most.
 */
export async function placeWhereTheyAre(tx: Db, actor: Actor, caseId: Id, now = new Date()): Promise<void> {
  const on = dayAt(now);
  await tx.execute(sql`
    with ${premisesSpaces(caseId, on)}, ${usedOfPremises(on)}
    insert into colocation_placement (organisation_id, scenario_id, colocation_unit_id, colocation_premises_id, standing)
    select distinct on (s.id, x.id) ${actor.organisationId}::uuid, s.id, x.id, d.premises_id, 'assigned'
      from colocation_unit x join used d on d.unit_id = x.unit_id
      join colocation_scenario s on s.case_id = x.case_id
     where x.case_id = ${caseId} and not exists (
       select 1 from colocation_placement p where p.scenario_id = s.id and p.colocation_unit_id = x.id
          and (p.standing <> 'forbidden' or p.colocation_premises_id = d.premises_id))
     order by s.id, x.id, d.area_m2 desc, d.premises_id`);
}
