import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { WorkState } from "#domain/works/works-search.ts";
import { workVisibleTo, workYear } from "./visible-works.ts";

/** A work that a case is about, or could be evidence of. */
export interface CaseWork {
  id: Id;
  number: string;
  title: string;
  state: WorkState;
  year: number | null;
  isEvidenced: boolean;
  isOrder: boolean;
}

/** The works that a case shows or is the order of, and the open ones of its building, within the actor's right. */
export async function listCaseWorks(
  db: Db,
  actor: Actor,
  given: { caseId: Id; buildingId: Id },
  today: Day,
): Promise<CaseWork[]> {
  const rows = await db.execute<CaseWork & Record<string, unknown>>(sql`
    select * from (
      select w.id, w.number, w.title, w.state, ${workYear(sql`w`)} as year,
             exists (select 1 from work_evidence v where v.work_id = w.id and v.case_id = ${given.caseId}) as "isEvidenced",
             exists (select 1 from service_order o where o.id = w.order_id and o.case_id = ${given.caseId}) as "isOrder"
        from work w where w.building_id = ${given.buildingId} and ${workVisibleTo(actor, sql`w`, today)}) x
     where "isEvidenced" or "isOrder" or state in ('proposed', 'planned', 'ordered') order by number limit 100`);
  return [...rows];
}
