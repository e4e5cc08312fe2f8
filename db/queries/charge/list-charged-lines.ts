import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { ChargedLine } from "#domain/charge/correct-charge.ts";
import type { ChargedBefore } from "#domain/charge/explain-difference.ts";
import type { Id } from "#domain/id.ts";

interface LineRow extends ChargedLine {
  entry: "charge" | "reversal" | "replacement";
  /** Whether an issued correction has taken it back. */
  isReversed: boolean;
}

/** What a lease was charged by a run: as issued, and as it stands after the corrections that were issued since. */
export interface Charged extends ChargedBefore {
  standing: readonly ChargedLine[];
}

/** What a run and its corrections charged, by lease; of one lease where it is named. The whole organisation's. */
export async function listChargedLines(
  db: Db,
  organisationId: Id,
  runId: Id,
  only: Id | null = null,
): Promise<Map<Id, Charged>> {
  const rows = await db.execute<{ contractId: Id; lines: LineRow[] }>(sql`
    select c.contract_id as "contractId",
           json_agg(json_build_object('id', l.id, 'key', l.key, 'entry', l.entry, 'from', l.valid_from, 'to', l.valid_to,
             'formula', l.formula, 'inputs', l.inputs, 'amountOre', l.amount_ore,
             'isReversed', exists (select 1 from charge_line o join charge oc on oc.id = o.charge_id
               join charge_run r on r.id = oc.run_id and r.status = 'issued'
              where o.corrects_line_id = l.id and o.entry = 'reversal')) order by l.valid_from, l.key, l.id) as lines
      from charge c join charge_line l on l.charge_id = c.id
      join charge_run r on r.id = c.run_id
     where c.organisation_id = ${organisationId} and (${only}::uuid is null or c.contract_id = ${only}::uuid)
       and (r.id = ${runId} or (r.corrects_run_id = ${runId} and r.status = 'issued'))
     group by c.contract_id`);
  return new Map(
    rows.map(({ contractId, lines }) => [
      contractId,
      {
        issued: lines.filter(({ entry }) => entry === "charge"),
        standing: lines.filter(({ entry, isReversed }) => entry !== "reversal" && !isReversed),
      },
    ]),
  );
}
