import { sql, type SQL } from "drizzle-orm";
import { danishToday } from "#db/danish-today.ts";
import type { Actor } from "#domain/actor.ts";

/**
 * Whether an actor sits in the council today, or stands in for someone who does, and the case has been before it: a named
 * member reads every case that is put before the council, whatever else they reach. The alias `c` is colocation_case.
 */
export const isInCouncil = (actor: Actor): SQL => sql`(c.organisation_id = ${actor.organisationId}
  and exists (select 1 from council_submission cs where cs.case_id = c.id)
  and exists (select 1 from council_seat s where s.organisation_id = c.organisation_id
    and ${actor.accountId}::uuid in (s.account_id, s.deputy_account_id)
    and s.valid_from <= ${danishToday} and (s.valid_to is null or s.valid_to > ${danishToday})))`;
