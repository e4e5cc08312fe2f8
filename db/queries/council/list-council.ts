import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { visibleCases } from "#db/queries/colocation/visible-cases.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseStatus } from "#domain/colocation/case-status.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { isInCouncil } from "./visible-council.ts";

/** A case that is or was before the council. */
export interface CouncilListed {
  id: Id;
  number: string;
  name: string;
  status: CaseStatus;
  round: number;
  meetingId: Id | null;
  meetingOn: Day | null;
  submittedOn: Day;
  fundedOre: number | null;
}

export interface CouncilMeeting {
  id: Id;
  heldOn: Day;
  place: string;
}

/** Cases by the last time they were submitted, those that wait first. */
export async function listCouncilCases(db: Db, actor: Actor): Promise<CouncilListed[]> {
  return [
    ...(await db.execute<CouncilListed & Record<string, unknown>>(sql`
      select c.id, c.number, c.name, c.status, s.round, s.meeting_id as "meetingId", m.held_on::text as "meetingOn",
             (s.submitted_at at time zone 'Europe/Copenhagen')::date::text as "submittedOn",
             (select (-e.amount_ore)::float8 from investment_pool_entry e where e.case_id = c.id and e.kind = 'funding') as "fundedOre"
        from colocation_case c
        join lateral (select x.* from council_submission x where x.case_id = c.id order by x.round desc limit 1) s on true
        left join council_meeting m on m.id = s.meeting_id
       where ${visibleCases(actor)} or ${isInCouncil(actor)}
       order by c.status <> 'submitted', s.submitted_at desc limit 200`)),
  ];
}

/** The meetings, the newest first. */
export async function listCouncilMeetings(db: Db, { organisationId }: Actor): Promise<CouncilMeeting[]> {
  return [
    ...(await db.execute<CouncilMeeting & Record<string, unknown>>(sql`
      select id, held_on::text as "heldOn", place from council_meeting
       where organisation_id = ${organisationId} order by held_on desc limit 60`)),
  ];
}

/** An investment pool with its entries, the newest first. Øre. */
export interface InvestmentPool {
  id: Id;
  name: string;
  balanceOre: number;
  yearlyGrantOre: number;
  mostPerCaseOre: number | null;
  mostPaybackYears: number | null;
  source: string;
  entries: {
    id: Id;
    kind: "grant" | "funding";
    amountOre: number;
    year: number;
    caseId: Id | null;
    caseName: string | null;
    at: string;
    words: string;
  }[];
}

export async function listPools(db: Db, { organisationId }: Actor): Promise<InvestmentPool[]> {
  const pools = await db.execute<Omit<InvestmentPool, "entries"> & Record<string, unknown>>(sql`
    select id, name, balance_ore::float8 as "balanceOre", yearly_grant_ore::float8 as "yearlyGrantOre",
           most_per_case_ore::float8 as "mostPerCaseOre", most_payback_years as "mostPaybackYears", source
      from investment_pool where organisation_id = ${organisationId} order by name limit 20`);
  const entries = await db.execute<
    InvestmentPool["entries"][number] & { poolId: Id } & Record<string, unknown>
  >(sql`
    select e.id, e.pool_id as "poolId", e.kind, e.amount_ore::float8 as "amountOre", e.year, e.case_id as "caseId", c.name as "caseName",
           to_char(e.booked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, e.words
      from investment_pool_entry e left join colocation_case c on c.id = e.case_id
     where e.organisation_id = ${organisationId} order by e.booked_at desc, e.id desc limit 500`);
  return pools.map((pool) => ({ ...pool, entries: entries.filter(({ poolId }) => poolId === pool.id) }));
}
