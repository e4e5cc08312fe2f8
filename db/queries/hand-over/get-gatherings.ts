import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { LeaseGathering } from "#domain/lease/who-enters-leases.ts";

/**
 * How far the gathering of leases has come, by administration: for the rule of who may enter one. Whoever asks must be
 * allowed to know of the administrations; no name or number of a lease is in it.
 */
export async function getGatherings(
  db: Db,
  { organisationId }: { organisationId: Id },
  today: Day,
): Promise<Map<Id, LeaseGathering>> {
  const rows = await db.execute<LeaseGathering & { id: Id } & Record<string, unknown>>(sql`
    select n.id,
           ((select count(*) from contract k where k.administration_id = n.id and k.kind = 'thirdPartyIn'
                and (k.known_from is null or k.known_from > ${today}::date)
                and k.valid_from <= ${today}::date and (k.valid_to is null or k.valid_to > ${today}::date))
            + (select count(*) from hand_over h where h.administration_id = n.id and h.kind = 'lease'
                and h.contract_id is null and h.state in ('handedOver', 'checking', 'askedBack')))::int as left,
           (select max(k.known_from)::text from contract k where k.administration_id = n.id and k.kind = 'thirdPartyIn'
               and k.known_from > k.valid_from and k.known_from <= ${today}::date) as "lastTakenOverOn"
      from administration n where n.organisation_id = ${organisationId} order by n.code`);
  return new Map(rows.map(({ id, left, lastTakenOverOn }) => [id, { left, lastTakenOverOn }]));
}
