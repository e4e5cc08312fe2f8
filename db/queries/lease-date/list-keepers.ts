import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import type { Day } from "#domain/day.ts";
import type { Keeper } from "#domain/lease-date/date-keepers.ts";

/** Who may be given a date: whoever may write leases; `isManager` for those who look after dates that nobody has taken. */
export interface PossibleOwner extends Keeper {
  isManager: boolean;
}

/** The people of an organisation who may see to leases on a day, by name. */
export async function listKeepers(db: Db, organisationId: Id, on: Day): Promise<PossibleOwner[]> {
  const rows = await db.execute<PossibleOwner & Record<string, unknown>>(sql`
    select a.id as "accountId", a.name, bool_or(g.role = 'manager') as "isManager",
           -- A manager of all has no administrations named, whatever another grant names.
           case when bool_or(g.role = 'manager' and g.administration_ids = '{}') then '[]'::json
                else coalesce(json_agg(distinct x.id) filter (where x.id is not null), '[]') end as "administrationIds"
      from account a join account_grant g on g.account_id = a.id or g.deputy_account_id = a.id
      left join lateral unnest(g.administration_ids) x(id) on true
     where a.organisation_id = ${organisationId} and a.disabled_at is null
       and g.role in ('manager', 'administrator', 'administrationUser')
       and g.valid_from <= ${on}::date and (g.valid_to is null or g.valid_to > ${on}::date)
     group by a.id, a.name order by danish_order(a.name), a.id limit 500`);
  return [...rows];
}
