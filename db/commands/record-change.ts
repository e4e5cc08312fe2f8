import { auditEntry } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { Db } from "../client.server.ts";

/** One change: the verb, what it was done to, and each field from what to what. Secrets never belong in it. */
export interface Change {
  action: string;
  entity: string;
  entityId: Id | null;
  changes?: Record<string, { from: unknown; to: unknown }>;
  requestId?: string;
}

/** The part of an actor that the record names; a script without an account says which script it was. */
export type Recorded = Pick<Actor, "organisationId" | "name" | "requestId"> & { accountId: Id | null };

/**
 * Writes who did what, when, from what to what. Called inside the command's own transaction, so that there is no change
 * without its row and no row without its change.
 * @example await recordChange(tx, actor, { action: "disable", entity: "account", entityId: id, changes: { disabled: { from: false, to: true } } });
 */
export const recordChange = (db: Db, actor: Recorded, change: Change): Promise<void> =>
  recordChanges(db, actor, [change]);

/** A statement has room for 65,535 values; a change takes ten. */
const batchSize = 1_000;

/** The same for many changes of one command at once, in their order. */
export async function recordChanges(db: Db, actor: Recorded, changes: readonly Change[]): Promise<void> {
  const at = new Date();
  for (let start = 0; start < changes.length; start += batchSize) {
    const rows = changes.slice(start, start + batchSize).map((change) => ({
      ...{ id: newId(), organisationId: actor.organisationId, at, accountId: actor.accountId },
      ...{ actorName: actor.name, action: change.action, entity: change.entity, entityId: change.entityId },
      changes: change.changes ?? {},
      requestId: change.requestId ?? actor.requestId ?? null,
    }));
    await db.insert(auditEntry).values(rows);
  }
}
