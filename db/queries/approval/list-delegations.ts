import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** Who answers in whose place, from a day to a day, both included. */
export interface Delegation {
  id: Id;
  name: string;
  isMine: boolean;
  firstDay: Day;
  lastDay: Day;
  isNow: boolean;
}

/** What the actor has handed to others, and others to the actor, that is not over on a day. */
export async function listDelegations(db: Db, actor: Actor, today: Day): Promise<Delegation[]> {
  return [
    ...(await db.execute<Delegation & Record<string, unknown>>(sql`
      select d.id, n.name, d.account_id = ${actor.accountId} as "isMine", d.valid_from as "firstDay",
             (d.valid_to - 1) as "lastDay", d.valid_from <= ${today}::date as "isNow"
        from approval_delegation d
        join account n on n.id = case when d.account_id = ${actor.accountId} then d.delegate_id else d.account_id end
       where d.organisation_id = ${actor.organisationId} and d.valid_to > ${today}::date
         and (d.account_id = ${actor.accountId} or d.delegate_id = ${actor.accountId})
       order by d.valid_from, d.id limit 100`)),
  ];
}
