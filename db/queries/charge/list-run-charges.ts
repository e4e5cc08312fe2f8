import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargeCause, ChargeReason } from "#domain/charge/explain-difference.ts";
import type { ChargeableLease } from "#domain/charge/charge-lease.ts";
import { chargesAPage, externalCode, type ChargeSearch } from "#domain/charge/charge-search.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

export interface RunChargeRow {
  contractId: Id;
  number: string;
  kind: ChargeableLease["kind"];
  administrationCode: string | null;
  party: string;
  totalOre: number;
  previousOre: number | null;
  reasons: ChargeReason[];
}

/** Charges of a run that the reader may see. Aliases: `c` charge, `k` contract, `u` unit, `n` administration. */
const from = (actor: Actor, runId: Id): SQL => sql`
  charge c join contract k on k.id = c.contract_id left join unit u on u.id = k.unit_id
  left join administration n on n.id = c.administration_id
 where c.run_id = ${runId} and c.organisation_id = ${actor.organisationId} and ${contractVisibleTo(actor)}`;

function fits({ administration, kind, cause, isChanged, q }: ChargeSearch): SQL {
  const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`
    and (${administration} = '' or coalesce(n.code, ${externalCode}) = ${administration})
    and (${kind} = '' or k.kind = ${kind})
    and (${cause} = '' or c.reasons @> ${JSON.stringify(cause === "" ? [] : [{ cause }])}::jsonb)
    and (not ${isChanged} or jsonb_path_exists(c.reasons, '$[*] ? (@.cause != "rounding")'))
    and (${q} = '' or k.number ilike ${like} or c.party ilike ${like})`;
}

/** A page of a run's leases, and the count and sum of all that fit: the largest differences first. */
export async function listRunCharges(
  db: Db,
  actor: Actor,
  runId: Id,
  search: ChargeSearch,
): Promise<{ rows: RunChargeRow[]; count: number; totalOre: number }> {
  const where = sql`${from(actor, runId)} ${fits(search)}`;
  const [sum] = await db.execute<{ count: number; totalOre: number }>(sql`
    select count(*)::int as count, coalesce(sum(c.total_ore), 0)::bigint as "totalOre" from ${where}`);
  const rows = await db.execute<RunChargeRow & Record<string, unknown>>(sql`
    select c.contract_id as "contractId", k.number, k.kind, n.code as "administrationCode", c.party,
           c.total_ore as "totalOre", c.previous_ore as "previousOre", c.reasons
      from ${where} order by abs(c.total_ore - coalesce(c.previous_ore, 0)) desc, k.number
     limit ${chargesAPage} offset ${(search.page - 1) * chargesAPage}`);
  return { rows: [...rows], ...sum! };
}

export interface AdministrationSum {
  code: string | null;
  name: string | null;
  leases: number;
  totalOre: number;
  previousOre: number | null;
}

export interface CauseSum {
  cause: ChargeCause;
  leases: number;
  deltaOre: number;
}

/** What a run comes to by administration, and by cause why that is not what the run before it came to. */
export async function summariseRunCharges(
  db: Db,
  actor: Actor,
  runId: Id,
): Promise<{ administrations: AdministrationSum[]; causes: CauseSum[] }> {
  const administrations = await db.execute<AdministrationSum & Record<string, unknown>>(sql`
    select n.code, n.name, count(*) filter (where c.total_ore <> 0)::int as leases, sum(c.total_ore)::bigint as "totalOre",
           sum(c.previous_ore)::bigint as "previousOre"
      from ${from(actor, runId)} group by n.code, n.name order by n.code nulls last`);
  const causes = await db.execute<CauseSum & Record<string, unknown>>(sql`
    select r.cause, count(distinct r.id)::int as leases, sum(r.delta)::bigint as "deltaOre"
      from (select c.id, x.value ->> 'cause' as cause, (x.value ->> 'deltaOre')::bigint as delta
              from charge c, jsonb_array_elements(c.reasons) x
             where c.id in (select c.id from ${from(actor, runId)})) r
     group by r.cause order by abs(sum(r.delta)) desc`);
  return { administrations: [...administrations], causes: [...causes] };
}
