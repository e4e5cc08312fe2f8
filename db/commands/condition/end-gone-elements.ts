import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/**
 * Ends the elements that a survey found gone on its day, and takes up again those that an earlier one found gone and this
 * one saw. What a younger signed survey says of an element stands.
 */
export async function endGoneElements(tx: Db, surveyId: Id, on: Day): Promise<void> {
  const isNewest = sql`not exists (
    select 1 from element_observation x join survey s on s.id = x.survey_id
     where x.element_id = e.id and s.signed_at is not null and s.surveyed_on > ${on}::date)`;
  // An element that began that very day has had it, at least.
  await tx.execute(sql`
    update element e set valid_to = greatest(${on}::date, e.valid_from + 1)
      from element_observation o
     where o.survey_id = ${surveyId} and o.is_gone and e.id = o.element_id and ${isNewest}
       and (e.valid_to is null or e.valid_to > ${on}::date)`);
  await tx.execute(sql`
    update element e set valid_to = null
      from element_observation o
     where o.survey_id = ${surveyId} and not o.is_gone and e.id = o.element_id and ${isNewest}
       and exists (select 1 from element_observation g join survey s on s.id = g.survey_id
                    where g.element_id = e.id and g.is_gone and s.signed_at is not null)`);
}
