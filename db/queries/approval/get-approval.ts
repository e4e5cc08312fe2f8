import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Approver } from "#domain/approval/approval-needed.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { decidersOf } from "./deciders.ts";

/** What waits for a yes, or got its answer, with enough of the order to judge by. */
export interface ApprovalRow {
  id: Id;
  orderId: Id;
  organisationId: Id;
  caseId: Id;
  caseNumber: string;
  line: number;
  approver: Approver;
  amountOre: number;
  askedAt: string;
  subjectDa: string | null;
  subjectEn: string | null;
  description: string;
  caseText: string;
  askedBy: string;
  place: string;
  unitName: string | null;
  isProtected: boolean;
  clauseDa: string;
  clauseEn: string;
  budgetLine: string;
  priority: number;
  decidedAt: string | null;
  decision: "approved" | "rejected" | null;
  decidedByName: string | null;
  decidedForName: string | null;
  comment: string;
}

const columns = sql`p.id, p.order_id as "orderId", p.organisation_id as "organisationId", c.id as "caseId",
  c.number as "caseNumber", o.line, p.approver, p.amount_ore as "amountOre", p.asked_at as "askedAt",
  coalesce(i.name_da, s.name_da) as "subjectDa", coalesce(i.name_en, s.name_en) as "subjectEn",
  o.description, c.text as "caseText", coalesce(ask.name, c.asker_name) as "askedBy",
  concat_ws(', ', b.name, coalesce(sp.name, sp.number)) as place, u.name as "unitName",
  coalesce(u.is_protected, false) as "isProtected", o.clause_da as "clauseDa", o.clause_en as "clauseEn",
  o.budget_line as "budgetLine", o.priority,
  p.decided_at as "decidedAt", p.decision, d.name as "decidedByName", f.name as "decidedForName", p.comment`;

const from = sql`order_approval p
  join service_order o on o.id = p.order_id
  join service_case c on c.id = o.case_id
  join building b on b.id = o.building_id
  left join space sp on sp.id = c.space_id
  left join unit u on u.id = o.unit_id
  left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
  left join service s on s.organisation_id = o.organisation_id and s.code = o.service_code
  left join account ask on ask.id = c.asked_by
  left join account d on d.id = p.decided_by
  left join account f on f.id = p.decided_for`;

const rowsWhere = async (db: Db, which: SQL, order: SQL, most: number): Promise<ApprovalRow[]> => [
  ...(await db.execute<ApprovalRow & Record<string, unknown>>(
    sql`select ${columns} from ${from} where ${which} order by ${order}, p.id limit ${most}`,
  )),
];

/** One approval, for whoever has established that it may be read. */
export const getApproval = async (db: Db, approvalId: Id): Promise<ApprovalRow | null> =>
  (await rowsWhere(db, sql`p.id = ${approvalId}`, sql`p.asked_at`, 1))[0] ?? null;

/** An approval that waits for the actor: in their own right, or in whose place. */
export interface WaitingApproval extends ApprovalRow {
  forName: string | null;
}

const mostShown = 200;

/** What waits for the actor's answer on a day, the oldest first, and what they answered last. */
export async function listApprovals(
  db: Db,
  actor: Actor,
  today: Day,
): Promise<{ waiting: WaitingApproval[]; decided: ApprovalRow[] }> {
  const open = sql`p.organisation_id = ${actor.organisationId} and p.decided_at is null`;
  const mine = await db.execute<{ id: Id; forName: string | null; isLastResort: boolean }>(sql`
    select d.approval_id as id, min(n.name) as "forName", bool_and(d.is_last_resort) as "isLastResort"
      from (${decidersOf(open, today)}) d left join account n on n.id = d.for_id
     where d.account_id = ${actor.accountId} group by d.approval_id`);
  const nameFor = new Map(mine.map((row) => [row.id, row.forName]));
  const ids = uuidArray([...nameFor.keys()]);
  const waiting = await rowsWhere(db, sql`p.id = any (${ids})`, sql`p.asked_at`, mostShown);
  const decided = await rowsWhere(
    db,
    sql`p.organisation_id = ${actor.organisationId} and p.decided_by = ${actor.accountId}`,
    sql`p.decided_at desc`,
    20,
  );
  return { waiting: waiting.map((row) => ({ ...row, forName: nameFor.get(row.id) ?? null })), decided };
}

/** Whether someone may decide an approval on a day, and in whose place; undefined where they may not. */
export async function getDecider(
  db: Db,
  approvalId: Id,
  accountId: Id,
  today: Day,
): Promise<{ forAccountId: Id | null; forName: string | null } | undefined> {
  const which = sql`p.id = ${approvalId}`;
  const rows = await db.execute<{ forAccountId: Id | null; forName: string | null }>(sql`
    select d.for_id as "forAccountId", n.name as "forName"
      from (${decidersOf(which, today)}) d left join account n on n.id = d.for_id
     where d.account_id = ${accountId} order by d.for_id nulls first limit 1`);
  return rows[0];
}

/** Who is asked by mail: everyone who may decide; administrators only where there is nobody else. */
export async function listAsked(db: Db, approvalId: Id, today: Day): Promise<Id[]> {
  const which = sql`p.id = ${approvalId} and p.decided_at is null`;
  const rows = await db.execute<{ accountId: Id }>(sql`
    with d as (${decidersOf(which, today)})
    select distinct account_id as "accountId" from d
     where not is_last_resort or not exists (select 1 from d o where not o.is_last_resort)
     order by 1 limit 50`);
  return rows.map((row) => row.accountId);
}
