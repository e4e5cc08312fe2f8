import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import { caseVisibleTo, orderVisibleTo } from "../case/visible-cases.ts";
import type { WorkRow } from "./list-works.ts";
import { workCosts, workVisibleTo, workYear } from "./visible-works.ts";

/** One line of a work: an element, what it was seen as, and what its remedy costs with all that it is reckoned from. */
export interface WorkLine {
  elementId: Id;
  nameDa: string;
  nameEn: string;
  label: string | null;
  sfb: string;
  scope: "exterior" | "interior";
  unit: string;
  condition: Condition;
  observedOn: Day;
  description: string;
  quantity: number;
  shareToRepair: number;
  /** A sum that holds everything: neither index nor overhead is laid on it. */
  isLumpSum: boolean;
  unitPriceOre: number;
  indexFactor: number;
  overheadRate: number;
  amountOre: number;
}

/** A work whole. Plans that are not published are for those who may read all of them. */
export interface WorkFile extends Omit<WorkRow, "condition"> {
  address: string;
  workGroup: string;
  earmark: string | null;
  /** What would follow if its elements failed, 1 to 5: by the elements, and as a report raised it. */
  consequence: number;
  raisedConsequence: number | null;
  raisedReason: string | null;
  plannedYear: number | null;
  doneOn: Day | null;
  droppedReason: string | null;
  version: number;
  mayWrite: boolean;
  lines: WorkLine[];
  plans: { id: Id; name: string; state: string; year: number | null }[];
  order: { id: Id; number: string; caseNumber: string; state: OrderState; team: string | null } | null;
  evidence: { caseNumber: string; text: string; note: string | null; addedBy: string; addedOn: Day }[];
  /** What was seen as it was finished. */
  renewed: { elementId: Id; nameDa: string; nameEn: string; condition: Condition; on: Day }[];
}

/** A work with everything about it that the actor may know; null where they may not know of it. */
export async function getWork(db: Db, actor: Actor, id: Id, today: Day): Promise<WorkFile | null> {
  const seesPlans = scopeOf(actor, "surveys", "read").all;
  const [row] = await db.execute<WorkFile & Record<string, unknown>>(sql`
    select w.id, w.number, w.title, w.building_id as "buildingId", b.name as "buildingName", w.kind, w.state,
           a.street || ' ' || a.house_number || ', ' || a.postcode || ' ' || a.town as address,
           w.work_group as "workGroup", w.earmark, ${workYear(sql`w`)} as year, w.planned_year as "plannedYear",
           coalesce(c.ore, 0) as "costOre", w.budget_ore as "budgetOre", w.contract_ore as "contractOre",
           w.actual_ore as "actualOre", w.raised_consequence as "raisedConsequence", w.raised_reason as "raisedReason",
           w.done_on::text as "doneOn", w.dropped_reason as "droppedReason", w.version,
           ${workVisibleTo(actor, sql`w`, today, "write")} as "mayWrite",
           ${consequence} as consequence, ${lines(today)} as lines, ${plans(seesPlans)} as plans,
           ${order(actor, today)} as "order", ${evidence(actor, today)} as evidence, ${renewed} as renewed
      from work w join building b on b.id = w.building_id left join address a on a.id = b.address_id
      left join ${workCosts(actor, today)} c on c.work_id = w.id
     where w.id = ${id} and ${workVisibleTo(actor, sql`w`, today)}`);
  return row ?? null;
}

const consequence = sql`(
  select coalesce(max(greatest(e.safety, e.authority, e.operation, e.damage, e.heritage)), 1)
    from backlog_line l join element e on e.id = l.element_id where l.work_id = w.id)`;

const lines = (today: Day) => sql`(
  select coalesce(json_agg(json_build_object('elementId', l.element_id, 'nameDa', t.name_da, 'nameEn', t.name_en,
           'label', e.label, 'sfb', t.sfb, 'scope', t.scope, 'unit', t.unit, 'condition', l.condition,
           'observedOn', l.observed_on, 'description', m.description, 'quantity', l.quantity,
           'shareToRepair', l.share_to_repair, 'isLumpSum', m.is_lump_sum, 'unitPriceOre', l.unit_price_ore, 'indexFactor', l.index_factor,
           'overheadRate', l.overhead_rate, 'amountOre', l.amount_ore) order by l.amount_ore desc, l.id), '[]')
    from backlog_line l join backlog_estimate x on x.id = l.estimate_id
    join element e on e.id = l.element_id join remedy m on m.id = l.remedy_id
    join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
   where l.work_id = w.id and x.valid_from <= ${today}::date and (x.valid_to is null or x.valid_to > ${today}::date))`;

const plans = (seesAll: boolean) => sql`(
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'state', p.state, 'year', pw.year)
           order by p.state = 'published' desc, p.created_at desc), '[]')
    from plan_work pw join plan p on p.id = pw.plan_id
   where pw.work_id = w.id and (p.state = 'published' or (${seesAll}::boolean and p.state <> 'withdrawn')))`;

const order = (actor: Actor, today: Day) => sql`(
  select json_build_object('id', o.id, 'number', k.number || '-' || o.line, 'caseNumber', k.number, 'state', o.state,
           'team', t.name)
    from service_order o join service_case k on k.id = o.case_id left join team t on t.id = o.team_id
   where o.id = w.order_id and ${orderVisibleTo(actor, sql`o`, today)})`;

const evidence = (actor: Actor, today: Day) => sql`(
  select coalesce(json_agg(json_build_object('caseNumber', k.number, 'text', left(k.text, 300), 'note', v.note,
           'addedBy', p.name, 'addedOn', to_char(v.added_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD'))
           order by v.added_at), '[]')
    from work_evidence v join service_case k on k.id = v.case_id join account p on p.id = v.added_by
   where v.work_id = w.id and ${caseVisibleTo(actor, sql`k`, today)})`;

const renewed = sql`(
  select coalesce(json_agg(json_build_object('elementId', o.element_id, 'nameDa', t.name_da, 'nameEn', t.name_en,
           'condition', o.condition, 'on', s.surveyed_on) order by t.sort_order), '[]')
    from survey s join element_observation o on o.survey_id = s.id join element e on e.id = o.element_id
    join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
   where s.work_id = w.id and s.signed_at is not null)`;
