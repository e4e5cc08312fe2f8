import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargeRunStatus } from "#domain/charge/charge-run-state.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

/** A run with what of it the reader may see: its own leases, and what they come to. */
export interface ChargeRunRow {
  id: Id;
  kind: "regular" | "correction";
  period: string;
  periodFrom: Day;
  periodTo: Day;
  sequence: number;
  status: ChargeRunStatus;
  reason: string | null;
  correctsRunId: Id | null;
  madeById: Id | null;
  madeBy: string | null;
  madeAt: string;
  approvedById: Id | null;
  approvedBy: string | null;
  approvedAt: string | null;
  issuedBy: string | null;
  issuedAt: string | null;
  leases: number;
  totalOre: number;
  previousOre: number | null;
}

const mostRuns = 200;

const rowsOf = (actor: Actor, id: Id | null) => sql`
  select r.id, r.kind, r.period, r.period_from::text as "periodFrom", r.period_to::text as "periodTo", r.sequence, r.status,
         r.reason, r.corrects_run_id as "correctsRunId", r.made_by as "madeById", m.name as "madeBy", r.approved_by as "approvedById", r.made_at as "madeAt", a.name as "approvedBy",
         r.approved_at as "approvedAt", i.name as "issuedBy", r.issued_at as "issuedAt",
         t.leases, t."totalOre", t."previousOre"
    from charge_run r left join account m on m.id = r.made_by left join account a on a.id = r.approved_by
    left join account i on i.id = r.issued_by
    cross join lateral (
      select count(*) filter (where c.total_ore <> 0)::int as leases, coalesce(sum(c.total_ore), 0)::bigint as "totalOre",
             sum(c.previous_ore)::bigint as "previousOre"
        from charge c join contract k on k.id = c.contract_id left join unit u on u.id = k.unit_id
       where c.run_id = r.id and ${contractVisibleTo(actor)}) t
   where r.organisation_id = ${actor.organisationId} and (${id}::uuid is null or r.id = ${id}::uuid)
   order by r.period_from desc, r.sequence desc limit ${mostRuns}`;

/** The runs, the newest first; of each, what the reader may see. */
export async function listChargeRuns(db: Db, actor: Actor): Promise<ChargeRunRow[]> {
  return [...(await db.execute<ChargeRunRow & Record<string, unknown>>(rowsOf(actor, null)))];
}

/** One run; null where there is none. */
export async function getChargeRun(db: Db, actor: Actor, id: Id): Promise<ChargeRunRow | null> {
  const [row] = await db.execute<ChargeRunRow & Record<string, unknown>>(rowsOf(actor, id));
  return row ?? null;
}
