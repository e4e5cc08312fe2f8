import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";

/** The next number of a series of leases, "3P-IND-00323". The caller holds the organisation, so that two do not take the same. */
export async function nextContractNumber(
  tx: Db,
  { organisationId }: Actor,
  series: "3P-IND" | "KEJD-I",
): Promise<string> {
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(substring(k.number from length(${series}) + 2)::int), 0) + 1 as next from contract k
     where k.organisation_id = ${organisationId} and k.number ~ ('^' || ${series} || '-\\d{1,9}$')`);
  return `${series}-${String(row!.next).padStart(5, "0")}`;
}
