import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { aggregateCondition } from "#domain/condition/aggregate-condition.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import { newestObservations } from "./list-remedies.ts";

/**
 * The condition of a building with what a survey that is not signed yet has seen, and of the rest what was seen last; each
 * element, in the quantity that was measured, weighs what replacing it would cost, all the same where none has a price. Null where no condition is known.
 */
export async function getWholeCondition(
  tx: Db,
  { surveyId, buildingId, on }: { surveyId: Id; buildingId: Id; on: Day },
): Promise<Condition | null> {
  const rows = await tx.execute<{ condition: Condition; weight: number }>(sql`
    with own as (select * from element_observation where survey_id = ${surveyId}),
    seen as (
      select element_id, condition, quantity from own
      union all
      select n.element_id, n.condition, null from ${newestObservations([buildingId], on)} n
       where n.element_id not in (select element_id from own))
    select s.condition, (coalesce(s.quantity, e.quantity) * coalesce(p.unit_price_ore, 0))::float8 as weight
      from seen s join element e on e.id = s.element_id
      left join lateral (
        select x.unit_price_ore from price_line x join price_list l on l.id = x.price_list_id
         where x.organisation_id = e.organisation_id and x.element_type_code = e.type_code and x.purpose = 'replace'
           and l.valid_from <= ${on}::date
         order by l.valid_from desc, x.code limit 1) p on true
     where s.condition is not null`);
  return aggregateCondition(rows) ?? aggregateCondition(rows.map((part) => ({ ...part, weight: 1 })));
}
