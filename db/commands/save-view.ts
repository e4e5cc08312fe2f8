import { and, count, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { savedView } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "./record-change.ts";

const maxViews = 100;

export type SaveViewRefusal = "taken" | "full";

/** Keeps a view of the map under a name for the actor alone. A name is used once; nobody keeps more than a hundred. */
export async function saveView(
  db: Db,
  actor: Actor,
  view: { name: string; query: string },
): Promise<Result<Id, SaveViewRefusal>> {
  return db.transaction(async (tx) => {
    const own = and(
      eq(savedView.organisationId, actor.organisationId),
      eq(savedView.accountId, actor.accountId),
    );
    const [kept] = await tx.select({ views: count() }).from(savedView).where(own);
    if ((kept?.views ?? 0) >= maxViews) return refused("full");
    const id = newId();
    const added = await tx
      .insert(savedView)
      .values({ id, organisationId: actor.organisationId, accountId: actor.accountId, ...view })
      .onConflictDoNothing({ target: [savedView.accountId, savedView.name] })
      .returning({ id: savedView.id });
    if (added.length === 0) return refused("taken");
    await recordChange(tx, actor, {
      action: "create",
      entity: "savedView",
      entityId: id,
      changes: { name: { from: null, to: view.name }, query: { from: null, to: view.query } },
    });
    return done(id);
  });
}
