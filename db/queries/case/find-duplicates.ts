import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseForm } from "#domain/case/case-form.ts";
import { addDays, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import { caseVisibleTo } from "./visible-cases.ts";

/**
 * An order that may be the same matter: enough to judge by, and nothing of what another unit wrote or showed. The number
 * is there only where the actor sees the case; whoever else asked is never named.
 */
export interface LikelyDuplicate {
  caseId: Id;
  number: string | null;
  itemCode: string;
  nameDa: string;
  nameEn: string;
  state: OrderState;
  askedOn: Day;
  isSameRoom: boolean;
  resolveBy: string | null;
  plannedOn: Day | null;
  plannedYear: number | null;
  isFollowed: boolean;
}

/** Reports are likely the same within so many days, and words so alike (by trigrams); a judgement of the project. */
const sameWithinDays = 14;
const leastAlike = 0.35;

/**
 * What was reported in the building within a fortnight about the same group of elements, in the same room or in like
 * words; and what is planned there for a later year, however long ago it was reported.
 */
export async function findDuplicates(
  db: Db,
  actor: Actor,
  form: Pick<CaseForm, "buildingId" | "spaceId" | "text" | "items">,
  today: Day,
): Promise<LikelyDuplicate[]> {
  const codes = form.items.flatMap(({ itemCode }) => (itemCode ? [itemCode] : []));
  if (codes.length === 0) return [];
  const since = addDays(today, -sameWithinDays);
  return [
    ...(await db.execute<LikelyDuplicate & Record<string, unknown>>(sql`
      with asked as (
        select i.code, i.element_group from facility_item i
         where i.organisation_id = ${actor.organisationId} and i.code = any (${sql.param(codes)}::text[])
      ), likely as (
        select distinct on (c.id) c.id, c.number, c.created_at, o.item_code, o.state, o.resolve_by, o.planned_on,
               o.planned_year, coalesce(c.space_id = ${form.spaceId}::uuid, false) as same_room, c.space_id,
               similarity(fold_danish(c.text), fold_danish(${form.text})) as alike, i.name_da, i.name_en
          from service_order o join service_case c on c.id = o.case_id
          join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
          join asked a on a.code = o.item_code or a.element_group = i.element_group
         where o.organisation_id = ${actor.organisationId} and o.building_id = ${form.buildingId}
           and (o.state in ('received', 'assessed', 'awaitingApproval', 'planned', 'inProgress', 'awaitingCustomer', 'awaitingPart')
                  and o.created_at >= ${since}::date
                or o.state = 'plannedInBacklog' and o.planned_year >= extract(year from ${today}::date))
         order by c.id, o.line
      )
      select l.id as "caseId", case when ${caseVisibleTo(actor, sql`c`, today)} then l.number end as number,
             l.item_code as "itemCode", l.name_da as "nameDa", l.name_en as "nameEn", l.state,
             to_char(l.created_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as "askedOn",
             l.same_room as "isSameRoom", l.resolve_by as "resolveBy", l.planned_on as "plannedOn",
             l.planned_year as "plannedYear",
             exists (select 1 from case_follower f where f.case_id = l.id and f.account_id = ${actor.accountId}
                        and f.stopped_at is null) as "isFollowed"
        from likely l join service_case c on c.id = l.id left join unit u on u.id = c.unit_id
       where (l.same_room or l.alike >= ${leastAlike} or l.state = 'plannedInBacklog')
         and (not coalesce(u.is_protected, false) or ${caseVisibleTo(actor, sql`c`, today)})
       order by l.same_room desc, l.alike desc, l.created_at desc limit 3`)),
  ];
}
