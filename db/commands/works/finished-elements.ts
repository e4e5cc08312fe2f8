import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { newestObservations } from "#db/queries/condition/list-remedies.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { LockedWork } from "./lock-work.ts";

/** An element that a work is about: how it was seen last, and what of it the work takes out of the backlog. */
export interface FinishedElement {
  elementId: Id;
  observationId: Id;
  observedOn: Day;
  condition: Condition;
  scope: "exterior" | "interior";
  amountOre: number;
  /** Upkeep that the work is not about: making something better mends nothing that is broken. */
  needsUpkeep: boolean;
}

/** What a work does to an element: upkeep, or making it better than it was. */
export const purposeOf = ({ kind }: Pick<LockedWork, "kind">): "upkeep" | "modernisation" =>
  kind === "modernisation" ? "modernisation" : "upkeep";

/** The elements of a work's lines in force on a day. */
export async function listFinishedElements(tx: Db, work: LockedWork, today: Day): Promise<FinishedElement[]> {
  const rows = await tx.execute<FinishedElement & Record<string, unknown>>(sql`
    select l.element_id as "elementId", n.id as "observationId", n.observed_on::text as "observedOn", n.condition,
           t.scope, sum(l.amount_ore)::bigint as "amountOre",
           ${purposeOf(work)} = 'modernisation' and exists (
             select 1 from remedy m where m.observation_id = n.id and m.purpose = 'upkeep') as "needsUpkeep"
      from backlog_line l join backlog_estimate x on x.id = l.estimate_id
      join element e on e.id = l.element_id
      join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
      join ${newestObservations([work.buildingId], today)} n on n.element_id = l.element_id
     where l.work_id = ${work.id} and x.valid_from <= ${today}::date and (x.valid_to is null or x.valid_to > ${today}::date)
     group by l.element_id, n.id, n.observed_on, n.condition, t.scope, e.id order by l.element_id`);
  return [...rows];
}
