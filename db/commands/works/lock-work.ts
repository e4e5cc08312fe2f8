import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { workVisibleTo } from "#db/queries/works/visible-works.ts";
import { work } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { refused } from "#domain/result.ts";
import { isOpenWork } from "#domain/works/works-search.ts";

export type LockedWork = typeof work.$inferSelect;
export type LockRefusal = "notFound" | "notAllowed" | "conflict" | "notOpen";

/**
 * A work that the actor may change, held until the transaction ends; or why not: unknown, read only, changed since it was
 * shown, done or given up already.
 */
export async function lockWork(tx: Db, actor: Actor, id: Id, today: Day, version: number | null) {
  const [found] = await tx
    .select({ work, mayWrite: sql<boolean>`${workVisibleTo(actor, sql`work`, today, "write")}` })
    .from(work)
    .where(and(eq(work.id, id), workVisibleTo(actor, sql`work`, today)))
    .for("update");
  if (!found) return refused("notFound");
  if (!found.mayWrite) return refused("notAllowed");
  if (version !== null && found.work.version !== version) return refused("conflict");
  return { ok: true, value: found.work } as const;
}

/** The same, of a work that may still be done. */
export async function lockOpenWork(tx: Db, actor: Actor, id: Id, today: Day, version: number) {
  const locked = await lockWork(tx, actor, id, today, version);
  return locked.ok && !isOpenWork(locked.value.state) ? refused("notOpen") : locked;
}
