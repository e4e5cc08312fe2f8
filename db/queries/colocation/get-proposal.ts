import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Rule } from "#domain/colocation/optimise/placing-rules.ts";
import type { Id } from "#domain/id.ts";
import { visibleCases } from "./visible-cases.ts";

/** The last search for a proposal in a case, and what came of it. Money in øre over the horizon, discounted. */
export interface Proposal {
  id: Id;
  state: "running" | "done" | "cancelled" | "failed";
  isCancelling: boolean;
  secondsAtMost: number;
  seconds: number | null;
  bestOre: number | null;
  boundOre: number | null;
  outcome: "solved" | "searched" | "unknown" | "impossible" | null;
  conflict: Rule[] | null;
  scenario: string | null;
}

export async function getProposal(db: Db, actor: Actor, caseId: Id): Promise<Proposal | null> {
  const [found] = await db.execute<Proposal & Record<string, unknown>>(sql`
    select p.id, p.state, p.cancel_requested_at is not null as "isCancelling", p.seconds_at_most as "secondsAtMost",
           p.seconds, p.best_ore as "bestOre", p.bound_ore as "boundOre", p.outcome, p.conflict, s.name as scenario
      from colocation_proposal p join colocation_case c on c.id = p.case_id
      left join colocation_scenario s on s.id = p.scenario_id
     where p.case_id = ${caseId} and ${visibleCases(actor)}
     order by p.started_at desc, p.id desc limit 1`);
  return found ?? null;
}
