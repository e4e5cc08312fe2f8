import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { savedView } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";

/** A view of the map as its owner saved it: the query of its address, under a name. */
export interface SavedView {
  id: Id;
  name: string;
  query: string;
}

/** The actor's own saved views, by name. */
export async function listSavedViews(db: Db, actor: Actor): Promise<SavedView[]> {
  return db
    .select({ id: savedView.id, name: savedView.name, query: savedView.query })
    .from(savedView)
    .where(and(eq(savedView.organisationId, actor.organisationId), eq(savedView.accountId, actor.accountId)))
    .orderBy(savedView.name, savedView.id)
    .limit(100);
}
