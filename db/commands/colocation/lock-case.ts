import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { isEditable, type CaseStatus } from "#domain/colocation/case-status.ts";
import type { Id } from "#domain/id.ts";
import { refused } from "#domain/result.ts";

export type DraftRefusal = "notFound" | "notDraft" | "changed";

/** A case as someone saw it. */
export type SeenCase = { id: Id; version: number };

/**
 * A case that may be changed, locked until the transaction ends: refused where the actor does not plan for the whole
 * portfolio, where the council has it, or where it has changed since it was seen. It becomes a newer version.
 */
export async function lockDraft(tx: Db, actor: Actor, { id, version }: SeenCase) {
  if (!writesAll(actor, "colocation")) return refused("notFound");
  const [found] = await tx.execute<{ id: Id; status: CaseStatus; version: number }>(sql`
    select id, status, version from colocation_case
     where id = ${id} and organisation_id = ${actor.organisationId} for update`);
  if (!found) return refused("notFound");
  if (!isEditable(found.status)) return refused("notDraft");
  if (found.version !== version) return refused("changed");
  await tx.execute(sql`update colocation_case set version = version + 1 where id = ${id}`);
  return { ok: true, value: found } as const;
}
