import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseStatus } from "#domain/colocation/case-status.ts";
import type { Id } from "#domain/id.ts";
import { visibleCases, visibleUnit } from "./visible-cases.ts";

/** A co-location case in a list. */
export interface ListedColocationCase {
  id: Id;
  number: string;
  name: string;
  status: CaseStatus;
  ownerName: string;
  units: number;
  premises: number;
  scenarios: number;
  administrations: string[];
}

const mostCases = 200;

/** The co-location cases that an actor may read, the newest first. */
export async function listColocationCases(db: Db, actor: Actor): Promise<ListedColocationCase[]> {
  return [
    ...(await db.execute<ListedColocationCase & Record<string, unknown>>(sql`
      select c.id, c.number, c.name, c.status, o.name as "ownerName",
             (select count(*)::int from colocation_unit x join unit u on u.id = x.unit_id
               where x.case_id = c.id and ${visibleUnit(actor)}) as units,
             (select count(*)::int from colocation_premises p where p.case_id = c.id) as premises,
             (select count(*)::int from colocation_scenario s where s.case_id = c.id and not s.is_base) as scenarios,
             coalesce((select array_agg(distinct a.code order by a.code) from colocation_unit x
               join unit u on u.id = x.unit_id join administration a on a.id = u.administration_id
               where x.case_id = c.id and ${visibleUnit(actor)}), '{}') as administrations
        from colocation_case c join account o on o.id = c.owner_account_id
       where ${visibleCases(actor)}
       order by c.created_at desc, c.id desc limit ${mostCases}`)),
  ];
}
