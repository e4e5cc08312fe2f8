import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";
import { isCharged } from "./list-chargeable-leases.ts";

export interface LeaseWithoutTerms {
  contractId: Id;
  number: string;
}

const most = 100;

/** Leases that a period should be charged for, but of which no line of rent is known in it. */
export async function listLeasesWithoutTerms(
  db: Db,
  actor: Actor,
  period: ChargePeriod,
): Promise<LeaseWithoutTerms[]> {
  const rows = await db.execute<LeaseWithoutTerms & Record<string, unknown>>(sql`
    select k.id as "contractId", k.number from contract k left join unit u on u.id = k.unit_id
     where ${isCharged(actor.organisationId, period)} and ${contractVisibleTo(actor)}
       and not exists (select 1 from rent_term t where t.contract_id = k.id and t.valid_from < ${period.to}::date
                          and (t.valid_to is null or t.valid_to > ${period.from}::date))
     order by k.number limit ${most}`);
  return [...rows];
}
