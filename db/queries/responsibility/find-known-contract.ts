import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

/** The id of a contract that the actor may read, by its number or id; null for one that is not there or not theirs. */
export async function findKnownContract(
  db: Db,
  actor: Actor,
  which: { number: string } | { id: Id },
): Promise<Id | null> {
  const chosen = "id" in which ? sql`k.id = ${which.id}::uuid` : sql`k.number = ${which.number}`;
  const [row] = await db.execute<{ id: Id }>(sql`
    select k.id from contract k left join unit u on u.id = k.unit_id
     where k.organisation_id = ${actor.organisationId} and ${chosen} and ${contractVisibleTo(actor)} limit 1`);
  return row?.id ?? null;
}
