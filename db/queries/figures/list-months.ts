import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { FiguresSearch } from "#domain/figures/figures-search.ts";
import type { Month } from "#domain/trade/month.ts";
import { caseVisibleTo } from "../case/visible-cases.ts";
import { countedOrders, standingOf } from "./counted-orders.ts";

/** The orders sent in a month, and how those that are decided kept their promises. */
export interface MonthFigures {
  month: Month;
  orders: number;
  respondMet: number;
  respondMissed: number;
  resolveMet: number;
  resolveMissed: number;
}

/** The period month by month, in Danish time; months without orders are not among them. */
export async function listMonthFigures(
  db: Db,
  actor: Actor,
  search: FiguresSearch,
  now: Date,
): Promise<MonthFigures[]> {
  const rows = await db.execute<MonthFigures & Record<string, unknown>>(sql`
    select month, count(*)::int as orders, count(*) filter (where respond = 'met')::int as "respondMet",
           count(*) filter (where respond = 'missed')::int as "respondMissed",
           count(*) filter (where resolve = 'met')::int as "resolveMet",
           count(*) filter (where resolve = 'missed')::int as "resolveMissed"
      from (select to_char(o.created_at at time zone 'Europe/Copenhagen', 'YYYY-MM') as month,
                   ${standingOf("respond", now)} as respond, ${standingOf("resolve", now)} as resolve
              from service_order o where ${countedOrders(actor, search, now)}) m
     group by month order by month limit 120`);
  return [...rows];
}

/** What people said after their case was over. The baseline is the report's share of satisfied users, in percent. */
export interface Satisfaction {
  /** Cases that are over: those that could answer. */
  asked: number;
  answered: number;
  satisfied: number;
  meanScore: number | null;
  baseline: { percent: number; source: string } | null;
}

/** The answers to cases sent in the period: 4 and 5 of five count as satisfied. */
export async function getSatisfaction(
  db: Db,
  actor: Actor,
  { from, to }: FiguresSearch,
  now: Date,
): Promise<Satisfaction> {
  const [row] = await db.execute<Satisfaction & Record<string, unknown>>(sql`
    select count(*)::int as asked, count(r.score)::int as answered,
           count(*) filter (where r.score >= 4)::int as satisfied, avg(r.score)::float8 as "meanScore",
           (select json_build_object('percent', f.value::float8, 'source', f.source) from reference_figure f
             where f.organisation_id = ${actor.organisationId} and f.key = 'satisfied-acute-repair') as baseline
      from service_case c left join case_rating r on r.case_id = c.id
     where c.organisation_id = ${actor.organisationId}
       and c.created_at >= (${from}::date::timestamp at time zone 'Europe/Copenhagen')
       and c.created_at < ((${to}::date + 1)::timestamp at time zone 'Europe/Copenhagen')
       and (r.score is not null or not exists (
         select 1 from service_order x where x.case_id = c.id and x.state in ('received', 'assessed',
           'awaitingApproval', 'planned', 'inProgress', 'awaitingCustomer', 'awaitingPart')))
       and ${caseVisibleTo(actor, sql`c`, dayAt(now))}`);
  return row!;
}

/** The matrix's open gaps: how many there are, and how often they were met. */
export async function countGaps(db: Db, actor: Actor): Promise<{ open: number; timesMet: number }> {
  const [row] = await db.execute<{ open: number; timesMet: number }>(sql`
    select count(*)::int as open, coalesce(sum(times_met), 0)::int as "timesMet" from responsibility_gap
     where organisation_id = ${actor.organisationId} and closed_at is null`);
  return row!;
}
