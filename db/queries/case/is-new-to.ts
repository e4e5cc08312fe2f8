import { sql, type SQL } from "drizzle-orm";
import { uuidArray } from "#db/sql-arrays.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";

/**
 * Whether something has happened to a case since the actor last had it open (or since it was sent, for one never opened)
 * that someone else did and everyone may see. Only of cases that are the actor's to follow: asked, followed, or of a unit
 * of theirs; whoever oversees them all would find everything new. `row` is the alias of service_case.
 */
export const isNewTo = (actor: Actor, row: SQL): SQL<boolean> => {
  const { unitIds } = scopeOf(actor, "cases", "write");
  return sql<boolean>`(
    (coalesce(${row}.asked_by = ${actor.accountId}, false)
      or coalesce(${row}.unit_id = any (${uuidArray(unitIds)}), false)
      or exists (select 1 from case_follower nf where nf.case_id = ${row}.id
                    and nf.account_id = ${actor.accountId} and nf.stopped_at is null))
    and exists (
      select 1 from case_event ne
       where ne.case_id = ${row}.id and not ne.is_internal and ne.account_id is distinct from ${actor.accountId}
         and ne.recorded_at > coalesce((select ns.seen_at from case_seen ns
               where ns.case_id = ${row}.id and ns.account_id = ${actor.accountId}), ${row}.created_at)))`;
};
