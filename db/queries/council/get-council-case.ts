import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { visibleCases } from "#db/queries/colocation/visible-cases.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import type { CaseStatus } from "#domain/colocation/case-status.ts";
import type { CouncilEvent } from "#domain/council/council-step.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { isInCouncil } from "./visible-council.ts";

/** A case as the council has it. */
export interface CouncilCase {
  id: Id;
  number: string;
  name: string;
  purpose: string | null;
  status: CaseStatus;
  version: number;
  submission: Submission | null;
  fundedOre: number | null;
  events: {
    id: Id;
    at: string;
    actorName: string;
    event: CouncilEvent;
    words: string;
    round: number | null;
  }[];
  trades: CaseTrade[];
}

/** What was last put before the council, frozen. */
export interface Submission {
  id: Id;
  round: number;
  meetingOn: Day | null;
  scenarioId: Id;
  inputs: CaseInputs;
  sha256: string;
  submittedAt: string;
  submittedByName: string;
}

/** An agreement between units of a case. Without a price it is a draft, and no service is sold by it. */
export interface CaseTrade {
  id: Id;
  description: string;
  seller: string;
  buyer: string;
  state: "draft" | "active" | "ended";
  unitPriceOre: number | null;
}

const iso = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** One case with what was submitted and what was said of it; null where the actor may not know of it. */
export async function getCouncilCase(db: Db, actor: Actor, id: Id): Promise<CouncilCase | null> {
  const [head] = await db.execute<
    Omit<CouncilCase, "submission" | "events" | "trades"> & Record<string, unknown>
  >(sql`
    select c.id, c.number, c.name, c.purpose, c.status, c.version,
           (select (-e.amount_ore)::float8 from investment_pool_entry e where e.case_id = c.id and e.kind = 'funding') as "fundedOre"
      from colocation_case c where c.id = ${id}::uuid and (${visibleCases(actor)} or ${isInCouncil(actor)})`);
  if (!head) return null;
  const [submission] = await db.execute<Submission & Record<string, unknown>>(sql`
    select s.id, s.round, m.held_on::text as "meetingOn", s.scenario_id as "scenarioId", s.inputs,
           s.inputs_sha256 as sha256, ${iso("s.submitted_at")} as "submittedAt", a.name as "submittedByName"
      from council_submission s join account a on a.id = s.submitted_by left join council_meeting m on m.id = s.meeting_id
     where s.case_id = ${id}::uuid and s.organisation_id = ${actor.organisationId} order by s.round desc limit 1`);
  const events = await db.execute<CouncilCase["events"][number] & Record<string, unknown>>(sql`
    select e.id, ${iso("e.at")} as at, e.actor_name as "actorName", e.event, e.words, s.round
      from council_event e left join council_submission s on s.id = e.submission_id
     where e.case_id = ${id}::uuid and e.organisation_id = ${actor.organisationId} order by e.at, e.id limit 500`);
  const trades = await db.execute<CaseTrade & Record<string, unknown>>(sql`
    select t.id, coalesce(nullif(t.description, ''), t.service_code) as description, us.name as seller, ub.name as buyer,
           t.state, t.unit_price_ore::float8 as "unitPriceOre"
      from colocation_case_trade x join trade_agreement t on t.id = x.agreement_id
      join unit us on us.id = t.seller_unit_id join unit ub on ub.id = t.buyer_unit_id
     where x.case_id = ${id}::uuid and x.organisation_id = ${actor.organisationId}
       and not us.is_protected and not ub.is_protected order by t.created_at, t.id limit 200`);
  return { ...head, submission: submission ?? null, events: [...events], trades: [...trades] };
}
