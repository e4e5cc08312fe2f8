import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";

/**
 * Whether something has happened to a case since the actor last had it open (or since it was sent, for one never opened) that
 * someone else did and everyone may see. `row` is the alias of service_case.
 */
export const isNewTo = (actor: Actor, row: SQL): SQL<boolean> => sql<boolean>`exists (
  select 1 from case_event ne
   where ne.case_id = ${row}.id and not ne.is_internal and ne.account_id is distinct from ${actor.accountId}
     and ne.recorded_at > coalesce((select ns.seen_at from case_seen ns
           where ns.case_id = ${row}.id and ns.account_id = ${actor.accountId}), ${row}.created_at))`;
