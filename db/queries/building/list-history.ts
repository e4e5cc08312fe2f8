import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "./visible-to.ts";

export type HistoryKind =
  | "takenIn"
  | "released"
  | "factsChanged"
  | "tenureChanged"
  | "leaseBegun"
  | "leaseEnded"
  | "surveyed"
  | "areaReplaced";

/** Something that happened to a building on a day. `detail` is a name, a number, a count or a condition, never a sentence. */
export interface HistoryEvent {
  on: Day;
  kind: HistoryKind;
  detail: string;
  source: string;
}

const maxEvents = 200;

/** The life of a building, newest first, up to a day. Leases only as far as the actor may read them. */
export async function listHistory(db: Db, actor: Actor, buildingId: Id, on: Day): Promise<HistoryEvent[]> {
  const rows = await db.execute<HistoryEvent & Record<string, unknown>>(sql`
    with version as (
      select v.*, lag(v.tenure) over w as was_tenure, lag(v.valid_to) over w as was_to,
             lead(v.valid_from) over w as next_from
        from building_version v where v.building_id = ${buildingId} and v.organisation_id = ${actor.organisationId}
      window w as (order by v.valid_from)
    ), event as (
      select v.valid_from as day, case when v.was_to is distinct from v.valid_from then 'takenIn'
               when v.was_tenure <> v.tenure then 'tenureChanged' else 'factsChanged' end as kind,
             v.tenure as detail, v.source from version v
      union all
      select v.valid_to, 'released', v.tenure, v.source from version v
       where v.valid_to is not null and v.next_from is distinct from v.valid_to
      union all
      select s.surveyed_on, 'surveyed', s.condition::text, s.source from survey s
       where s.building_id = ${buildingId} and s.signed_at is not null
      union all
      select t.day, t.kind, k.number || ' · ' || coalesce(k.counterparty, u.name, ''), k.source
        from (select contract_id, min(valid_from) as day, 'leaseBegun' as kind from tenancy
               where building_id = ${buildingId} group by 1
              union all
              select contract_id, max(valid_to), 'leaseEnded' from tenancy
               where building_id = ${buildingId} group by 1 having bool_and(valid_to is not null)) t
        join contract k on k.id = t.contract_id left join unit u on u.id = k.unit_id where ${contractVisibleTo(actor)}
      union all
      select s.valid_from, 'areaReplaced', count(*)::text, min(s.source) from space s
       where s.building_id = ${buildingId} and s.replaces_space_id is not null group by s.valid_from
    )
    select e.day::text as "on", e.kind, e.detail, e.source from event e where e.day <= ${on}::date
     order by e.day desc, e.kind, e.detail limit ${maxEvents}`);
  return [...rows];
}
