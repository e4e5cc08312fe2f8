import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Clocked } from "#domain/order/order-clock.ts";
import type { Outcome } from "#domain/order/order-state.ts";
import type { Payer } from "#domain/responsibility/terms.ts";
import { orderVisibleTo } from "../case/visible-cases.ts";

/** An order with what a page about it says. */
export interface OrderDetail extends Clocked {
  id: Id;
  version: number;
  caseId: Id;
  caseNumber: string;
  number: string;
  text: string;
  description: string;
  itemDa: string;
  itemEn: string;
  quantity: number;
  buildingId: Id;
  building: string;
  address: string | null;
  space: string | null;
  unit: string | null;
  administration: string | null;
  askerName: string;
  teamId: Id | null;
  team: string | null;
  assignedTo: Id | null;
  person: string | null;
  priority: 1 | 2 | 3 | 4;
  payer: Payer;
  budgetLine: string;
  clauseDa: string;
  clauseEn: string;
  priceOre: number | null;
  outcome: Outcome | null;
  stateReason: string;
  nextOwner: string;
  duplicateOf: string | null;
  duplicateOfId: Id | null;
  plannedOn: Day | null;
  plannedYear: number | null;
  minutes: number;
  reopened: number;
  createdAt: string;
  /** The parts of who bears the price, where it is split. */
  shares: { payer: Payer; name: string | null; basis: "share" | "m2" | "hours"; amountOre: number }[];
  work: { name: string; startedAt: string; endedAt: string | null; minutes: number | null }[];
  materials: { name: string; quantity: number; unit: string; priceOre: number | null; by: string }[];
  photos: { id: Id; kind: "report" | "before" | "after"; width: number; height: number }[];
  siblings: { id: Id; number: string; state: Clocked["state"]; itemDa: string; itemEn: string }[];
}

const rowsAsJson = (rows: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (${rows}) r)`;

const shares = rowsAsJson(sql`
  select s.payer, coalesce(su.name, sa.name) as name, s.basis, s.amount_ore as "amountOre" from cost_share s
    left join unit su on su.id = s.unit_id left join administration sa on sa.id = s.administration_id
   where s.order_id = o.id order by s.line`);
const work = rowsAsJson(sql`
  select wa.name, w.started_at as "startedAt", w.ended_at as "endedAt", w.minutes::float8 as minutes
    from work_entry w join account wa on wa.id = w.account_id where w.order_id = o.id order by w.started_at`);
const materials = rowsAsJson(sql`
  select m.name, m.quantity::float8 as quantity, m.unit, m.price_ore as "priceOre", ma.name as by
    from material_entry m join account ma on ma.id = m.account_id where m.order_id = o.id order by m.used_at`);
const photos = rowsAsJson(sql`
  select p.id, p.kind, p.width, p.height from case_photo p
   where p.case_id = o.case_id and (p.order_id is null or p.order_id = o.id) order by p.created_at, p.id`);

/** One order, whole; null where there is none or the actor does not see it. Of the case's other orders, those they see. */
export async function getOrder(db: Db, actor: Actor, orderId: Id, now: Date): Promise<OrderDetail | null> {
  const today = dayAt(now);
  const siblings = rowsAsJson(sql`
    select so.id, c.number || '-' || so.line as number, so.state, coalesce(ss.name_da, si.name_da, '') as "itemDa",
           coalesce(ss.name_en, si.name_en, '') as "itemEn"
      from service_order so
      left join facility_item si on si.organisation_id = so.organisation_id and si.code = so.item_code
      left join service ss on ss.organisation_id = so.organisation_id and ss.code = so.service_code
     where so.case_id = o.case_id and so.id <> o.id and ${orderVisibleTo(actor, sql`so`, today)} order by so.line`);
  const rows = await db.execute<OrderDetail & Record<string, unknown>>(sql`
    select o.id, o.version, o.case_id as "caseId", c.number as "caseNumber", c.number || '-' || o.line as number,
           c.text, o.description, coalesce(s.name_da, i.name_da, '') as "itemDa",
           coalesce(s.name_en, i.name_en, '') as "itemEn", o.quantity::float8 as quantity, b.id as "buildingId",
           b.name as building, ad.street || ' ' || ad.house_number || ', ' || ad.postcode || ' ' || ad.town as address,
           sp.number as space, u.name as unit, am.name as administration, c.asker_name as "askerName",
           o.team_id as "teamId", t.name as team, o.assigned_to as "assignedTo", a.name as person, o.state, o.priority,
           o.payer, o.budget_line as "budgetLine", o.clause_da as "clauseDa", o.clause_en as "clauseEn",
           o.price_ore as "priceOre", o.outcome, o.state_reason as "stateReason", o.next_owner as "nextOwner",
           (select dc.number || '-' || d.line from service_order d join service_case dc on dc.id = d.case_id
             where d.id = o.duplicate_of_id) as "duplicateOf", o.duplicate_of_id as "duplicateOfId",
           o.planned_on::text as "plannedOn", o.planned_year as "plannedYear",
           (o.norm_minutes * o.quantity)::float8 as minutes, o.reopened, o.created_at as "createdAt",
           o.respond_by as "respondBy", o.resolve_by as "resolveBy", o.responded_at as "respondedAt",
           o.resolved_at as "resolvedAt", o.waiting_since as "waitingSince", ${shares} as shares, ${work} as work,
           ${materials} as materials, ${photos} as photos, ${siblings} as siblings
      from service_order o
      join service_case c on c.id = o.case_id
      join building b on b.id = o.building_id
      left join address ad on ad.id = b.address_id
      left join space sp on sp.id = c.space_id
      left join unit u on u.id = o.unit_id
      left join administration am on am.id = o.administration_id
      left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
      left join service s on s.organisation_id = o.organisation_id and s.code = o.service_code
      left join team t on t.id = o.team_id
      left join account a on a.id = o.assigned_to
     where o.id = ${orderId} and ${orderVisibleTo(actor, sql`o`, today)}`);
  return rows[0] ?? null;
}
