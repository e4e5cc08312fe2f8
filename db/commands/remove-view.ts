import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { savedView } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { recordChange } from "./record-change.ts";

/** Removes one of the actor's own views and returns it, so that it can be saved again; null where there is none such. */
export async function removeView(
  db: Db,
  actor: Actor,
  id: Id,
): Promise<{ name: string; query: string } | null> {
  return db.transaction(async (tx) => {
    const [removed] = await tx
      .delete(savedView)
      .where(
        and(
          eq(savedView.id, id),
          eq(savedView.organisationId, actor.organisationId),
          eq(savedView.accountId, actor.accountId),
        ),
      )
      .returning({ name: savedView.name, query: savedView.query });
    if (!removed) return null;
    await recordChange(tx, actor, {
      action: "remove",
      entity: "savedView",
      entityId: id,
      changes: { name: { from: removed.name, to: null }, query: { from: removed.query, to: null } },
    });
    return removed;
  });
}
