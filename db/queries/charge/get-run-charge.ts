import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargeInputs } from "#domain/charge/charge-line.ts";
import type { ChargeReason } from "#domain/charge/explain-difference.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

export interface RunLine {
  id: Id;
  key: string;
  entry: "charge" | "reversal" | "replacement";
  from: Day;
  to: Day;
  formula: string;
  inputs: ChargeInputs;
  amountOre: number;
  correctsLineId: Id | null;
  /** The run whose correction has taken it back, with what it is called; null while it stands. */
  correctedBy: { runId: Id; period: string; sequence: number; isIssued: boolean } | null;
}

export interface RunCharge {
  id: Id;
  contractId: Id;
  number: string;
  kind: "internal" | "thirdPartyIn" | "thirdPartyOut";
  party: string;
  administration: string | null;
  totalOre: number;
  previousOre: number | null;
  reasons: ChargeReason[];
  lines: RunLine[];
}

/** What one lease is charged in a run, line by line; null where there is no such charge, or it is somebody else's. */
export async function getRunCharge(
  db: Db,
  actor: Actor,
  runId: Id,
  contractId: Id,
): Promise<RunCharge | null> {
  const [row] = await db.execute<RunCharge & Record<string, unknown>>(sql`
    select c.id, c.contract_id as "contractId", k.number, k.kind, c.party, n.name as administration, c.total_ore as "totalOre",
           c.previous_ore as "previousOre", c.reasons,
           (select coalesce(json_agg(json_build_object('id', l.id, 'key', l.key, 'entry', l.entry, 'from', l.valid_from,
                     'to', l.valid_to, 'formula', l.formula, 'inputs', l.inputs, 'amountOre', l.amount_ore,
                     'correctsLineId', l.corrects_line_id, 'correctedBy', (
                       select json_build_object('runId', r.id, 'period', r.period, 'sequence', r.sequence,
                                                'isIssued', r.status = 'issued')
                         from charge_line o join charge oc on oc.id = o.charge_id join charge_run r on r.id = oc.run_id
                        where o.corrects_line_id = l.id and o.entry = 'reversal'))
                   order by l.key, l.valid_from, l.entry desc), '[]')
              from charge_line l where l.charge_id = c.id) as lines
      from charge c join contract k on k.id = c.contract_id left join unit u on u.id = k.unit_id
      left join administration n on n.id = c.administration_id
     where c.run_id = ${runId} and c.contract_id = ${contractId} and c.organisation_id = ${actor.organisationId}
       and ${contractVisibleTo(actor)}`);
  return row ?? null;
}

/** What was issued for a lease in one run. */
export interface IssuedCharge {
  runId: Id;
  period: string;
  sequence: number;
  issuedOn: string;
  totalOre: number;
}

const mostCharges = 24;

/** What was issued for a lease, the newest first. The caller has made sure that the actor may read the lease. */
export async function listIssuedCharges(db: Db, actor: Actor, contractId: Id): Promise<IssuedCharge[]> {
  const rows = await db.execute<IssuedCharge & Record<string, unknown>>(sql`
    select r.id as "runId", r.period, r.sequence, r.issued_at as "issuedOn", c.total_ore as "totalOre"
      from charge c join charge_run r on r.id = c.run_id and r.status = 'issued'
     where c.contract_id = ${contractId} and c.organisation_id = ${actor.organisationId} and c.total_ore <> 0
     order by r.period_from desc, r.sequence desc limit ${mostCharges}`);
  return [...rows];
}
