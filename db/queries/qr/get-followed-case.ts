import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { OrderState } from "#domain/order/order-state.ts";

/** A case as whoever reported it without an account may follow it: no staff, no unit, nothing internal. Instants are ISO texts. */
export interface FollowedCase {
  number: string;
  text: string;
  createdAt: string;
  hasEmail: boolean;
  /** Null where strangers may not be told the place. */
  place: { building: string; address: string; label: string } | null;
  orders: {
    id: Id;
    nameDa: string;
    nameEn: string;
    state: OrderState;
    stateReason: string;
    resolveBy: string | null;
    plannedOn: Day | null;
    plannedYear: number | null;
  }[];
  /** Changes of state, the oldest first. */
  steps: { id: Id; orderId: Id; toState: OrderState; reason: string; happenedAt: string }[];
}

/** The case of a private link by the hash of its word, or null. It has no actor: the word is the right. */
export async function getFollowedCase(db: Db, tokenHash: Buffer): Promise<FollowedCase | null> {
  const [row] = await db.execute<FollowedCase & Record<string, unknown>>(sql`
    select c.number, c.text, to_json(c.created_at)#>>'{}' as "createdAt", c.asker_email is not null as "hasEmail",
           case when coalesce(r.is_protected, false) or coalesce(u.is_protected, false) then null
                else json_build_object('building', coalesce(r.name, b.name), 'address', coalesce(r.address, ''),
                                       'label', coalesce(q.label, '')) end as place,
           (select coalesce(json_agg(json_build_object('id', o.id, 'nameDa', coalesce(v.name_da, i.name_da, ''),
                     'nameEn', coalesce(v.name_en, i.name_en, ''), 'state', o.state, 'stateReason', o.state_reason,
                     'resolveBy', o.resolve_by, 'plannedOn', o.planned_on, 'plannedYear', o.planned_year)
                     order by o.line), '[]')
              from service_order o
              left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
              left join service v on v.organisation_id = o.organisation_id and v.code = o.service_code
             where o.case_id = c.id) as orders,
           (select coalesce(json_agg(json_build_object('id', e.id, 'orderId', e.order_id, 'toState', e.to_state,
                     'reason', e.reason, 'happenedAt', e.happened_at) order by e.happened_at, e.id), '[]')
              from case_event e
             where e.case_id = c.id and not e.is_internal and e.order_id is not null
               and e.to_state is not null and e.to_state is distinct from e.from_state) as steps
      from service_case c join building b on b.id = c.building_id
      left join portfolio_row_now r on r.building_id = c.building_id
      left join unit u on u.id = c.unit_id
      left join qr_code q on q.id = c.qr_code_id
     where c.follow_token_hash = ${tokenHash}`);
  return row ?? null;
}
