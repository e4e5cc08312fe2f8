import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { OrderState, Outcome } from "#domain/order/order-state.ts";
import type { Priority } from "#domain/order/sla.ts";
import type { Position } from "#geo/position.ts";
import type { Executor, Payer } from "#domain/responsibility/terms.ts";
import { caseVisibleTo, orderVisibleTo, withinCaseScope } from "./visible-cases.ts";

/** One order of a case, as whoever sees it reads it. Instants are ISO texts, money is øre. */
export interface CaseOrder {
  id: Id;
  line: number;
  nameDa: string;
  nameEn: string;
  description: string;
  state: OrderState;
  stateReason: string;
  nextOwner: string;
  outcome: Outcome | null;
  executor: Executor;
  payer: Payer;
  payerSharePercent: number;
  otherPayer: Payer | null;
  clauseDa: string;
  clauseEn: string;
  teamName: string | null;
  priority: Priority;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  resolvedAt: string | null;
  plannedOn: Day | null;
  plannedYear: number | null;
  priceOre: number | null;
  reopened: number;
  version: number;
}

/** One thing that happened, of the case as a whole or of one order. */
export interface CaseEvent {
  id: Id;
  orderId: Id | null;
  event: string;
  fromState: string | null;
  toState: string | null;
  reason: string;
  actorName: string;
  happenedAt: string;
  isInternal: boolean;
}

export interface CasePhoto {
  id: Id;
  kind: "report" | "before" | "after";
  width: number;
  height: number;
  takenAt: string | null;
}

/** A case whole: what was asked, where, and all that came of it. */
export interface CaseFile {
  id: Id;
  number: string;
  text: string;
  origin: "portal" | "api" | "qr" | "recurring";
  buildingId: Id;
  buildingName: string;
  address: string;
  spaceName: string | null;
  /** The point that was shown on the plan of the building, for those who see the case whole. */
  position: Position | null;
  unitName: string | null;
  askerName: string;
  isMine: boolean;
  /** Whether the actor acts for whoever asked: asked it, or leads the unit or administration it belongs to. */
  isOurs: boolean;
  isFollowed: boolean;
  /** False for someone who follows another unit's case: then only how far it is, and nothing of what was written. */
  isWhole: boolean;
  createdAt: string;
  rating: { score: number; comment: string } | null;
  orders: CaseOrder[];
  events: CaseEvent[];
  photos: CasePhoto[];
}

/**
 * A case by its number, if the actor sees or follows it; else null. Of its orders and what happened to them only what the actor sees;
 * what is internal only for those who do the work.
 */
export async function getCase(db: Db, actor: Actor, number: string, today: Day): Promise<CaseFile | null> {
  const isWhole = caseVisibleTo(actor, sql`c`, today);
  const shown = sql`o.case_id = c.id and (${orderVisibleTo(actor, sql`o`, today)} or not ${isWhole})`;
  const follows = sql`exists (select 1 from case_follower f where f.case_id = c.id
    and f.account_id = ${actor.accountId} and f.stopped_at is null)`;
  const isWorker = actor.grants.some(({ role }) => !["leader", "administrationUser"].includes(role));
  const [row] = await db.execute<CaseFile & Record<string, unknown>>(sql`
    select c.id, c.number, c.text, c.origin, c.building_id as "buildingId", b.name as "buildingName",
           a.street || ' ' || a.house_number || ', ' || a.postcode || ' ' || a.town as address,
           nullif(concat_ws(' ', s.number, s.name), '') as "spaceName", u.name as "unitName",
           case when ${isWhole} and c.position_wgs84 is not null
                then json_build_array(st_x(c.position_wgs84), st_y(c.position_wgs84)) end as position,
           c.asker_name as "askerName", coalesce(c.asked_by = ${actor.accountId}, false) as "isMine",
           (coalesce(c.asked_by = ${actor.accountId}, false) or ${withinCaseScope(actor, sql`c`, "write")}) as "isOurs",
           ${follows} as "isFollowed", ${isWhole} as "isWhole",
           to_json(c.created_at)#>>'{}' as "createdAt",
           (select json_build_object('score', r.score, 'comment', r.comment) from case_rating r where r.case_id = c.id) as rating,
           (select coalesce(json_agg(json_build_object('id', o.id, 'line', o.line, 'description', o.description,
                     'nameDa', coalesce(v.name_da, i.name_da, ''), 'nameEn', coalesce(v.name_en, i.name_en, ''),
                     'state', o.state, 'stateReason', o.state_reason, 'nextOwner', o.next_owner, 'outcome', o.outcome,
                     'executor', o.executor, 'payer', o.payer, 'payerSharePercent', o.payer_share_percent,
                     'otherPayer', o.other_payer, 'clauseDa', o.clause_da, 'clauseEn', o.clause_en, 'teamName', t.name,
                     'priority', o.priority, 'respondBy', o.respond_by, 'resolveBy', o.resolve_by,
                     'respondedAt', o.responded_at, 'resolvedAt', o.resolved_at, 'plannedOn', o.planned_on,
                     'plannedYear', o.planned_year, 'priceOre', o.price_ore, 'reopened', o.reopened,
                     'version', o.version) order by o.line), '[]')
              from service_order o left join team t on t.id = o.team_id
              left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
              left join service v on v.organisation_id = o.organisation_id and v.code = o.service_code
             where ${shown}) as orders,
           (select coalesce(json_agg(json_build_object('id', e.id, 'orderId', e.order_id, 'event', e.event,
                     'fromState', e.from_state, 'toState', e.to_state, 'reason', e.reason, 'actorName', e.actor_name,
                     'happenedAt', e.happened_at, 'isInternal', e.is_internal) order by e.happened_at, e.id), '[]')
              from case_event e
             where e.case_id = c.id and (not e.is_internal or ${isWorker}::boolean)
               and (e.order_id is null or exists (select 1 from service_order o where o.id = e.order_id and ${shown}))
           ) as events,
           (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'width', p.width,
                     'height', p.height, 'takenAt', p.taken_at) order by p.created_at, p.id), '[]')
              from case_photo p
             where p.case_id = c.id
               and (p.order_id is null or exists (select 1 from service_order o where o.id = p.order_id and ${shown}))
           ) as photos
      from service_case c join building b on b.id = c.building_id join address a on a.id = b.address_id
      left join space s on s.id = c.space_id left join unit u on u.id = c.unit_id
     where c.number = ${number} and c.organisation_id = ${actor.organisationId}
       and (${isWhole} or ${follows})`);
  return row ? (row.isWhole ? row : onlyItsState(row)) : null;
}

/** What a follower from another unit learns: which matter it is and how far it has come. */
const onlyItsState = (file: CaseFile): CaseFile => ({
  ...file,
  ...{ text: "", askerName: "", unitName: null, spaceName: null, photos: [], rating: null, isOurs: false },
  orders: file.orders.map((order) => ({ ...order, description: "", stateReason: "", priceOre: null })),
  events: file.events
    .filter(({ toState, isInternal }) => toState !== null && !isInternal)
    .map((event) => ({ ...event, reason: "", actorName: "" })),
});
